-- What the learner believed to have said, before seeing any verdict. Rows are only ever added; the newest counts.
CREATE TABLE judged_first (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    take_id TEXT NOT NULL REFERENCES take (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    key_point_id TEXT NOT NULL,
    said INTEGER NOT NULL
) STRICT;
CREATE INDEX judged_first_by_take ON judged_first (take_id, key_point_id, id);
