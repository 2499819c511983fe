-- 0139: strangers at events: an address is once in each.

ALTER TABLE inscription ADD visiteur CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL UNIQUE COMMENT 'of a stranger: digest of the event and her address; NULL once it is erased';
