-- Names without separators, and serial numbers, are looked for by their beginnings.
create index certificate_by_bare_name
    on certificate (regexp_replace(upper(common_name), '[^0-9A-Z]', '', 'g') text_pattern_ops);
create index certificate_by_serial on certificate (serial text_pattern_ops);
