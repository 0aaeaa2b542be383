"""Files of quotes: rows in, answered rows out, in constant memory.

`rows` (what one is), `formats` (which module reads it), `columns` (what they mean); CSV in
`csv_files` over `records` and `lines`; workbooks in `xlsx` over `workbook`, `sheet` and `numbers`;
`jsonl`; answers in `outputs` with `cells`, `writers`, `sheets` (a workbook) and `page` (to print).
"""
