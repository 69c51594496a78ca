-- The same letter wherever it stands, as a word that somebody types ends anywhere.
update prospect set search_text = replace(search_text, 'ς', 'σ') where search_text like '%ς%';
