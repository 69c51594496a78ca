-- what a letter was begun with, so that the numbers of a template know of it
alter table email_draft add column template_id uuid;
