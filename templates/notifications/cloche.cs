<?cs call:cloche() ?>
