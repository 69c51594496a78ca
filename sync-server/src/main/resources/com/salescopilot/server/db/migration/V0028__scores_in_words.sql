-- what a model said of a score is kept for a day too, and its use counted
alter table ai_answer
  drop constraint ai_answer_kind_check,
  add constraint ai_answer_kind_check check (kind in ('PERSONALIZE', 'REWRITE', 'SCORE'));
