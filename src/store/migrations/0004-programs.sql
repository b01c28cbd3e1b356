-- A person's own program, as a spreadsheet, may have a session of its own. It is named, and opens figures for export only.
alter table session add column program text check (program <> '');
