-- What a membership gives is found by the group alone, whatever the kinds of public that it has.
ALTER TABLE public ADD KEY (cle, genre);
