BEGIN TRANSACTION;
CREATE TABLE aliases (name TEXT PRIMARY KEY, canonical TEXT NOT NULL);
INSERT INTO "aliases" VALUES('区级收入','一般公共预算收入');
CREATE TABLE decisions (
    text TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    sentence INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (text, start)
);
INSERT INTO "decisions" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',10,15,-5030672070180267879,'{"anchor":{"span":{"start":10,"end":15},"start":10,"words":"00010。","ordinal":0,"twins":1},"ruling":"confirmed","measurements":[{"span":{"start":10,"end":15},"text":"6500户","name":"旧改征收","kind":"level","value":6500.0,"unit":"户","bound":"exact","period":"2017","status":"actual","basis":null,"value_high":null,"shown_value":6500.0,"shown_unit":"户","decimals":0,"confidence":1.0,"reason":""}],"found":[{"span":{"start":10,"end":15},"text":"6500户","name":"旧改征收","kind":"level","value":6500.0,"unit":"户","bound":"exact","period":"2017","status":"actual","basis":null,"value_high":null,"shown_value":6500.0,"shown_unit":"户","decimals":0,"confidence":1.0,"reason":""}],"note":"","who":"甲","when":"2026-11-27T10:00:00+08:00"}');
INSERT INTO "decisions" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',30,35,-4554445115142091735,'{"anchor":{"span":{"start":30,"end":35},"start":30,"words":"00030。","ordinal":0,"twins":1},"ruling":"edited","measurements":[{"span":{"start":30,"end":35},"text":"6500户","name":"旧改征收","kind":"level","value":6600.0,"unit":"户","bound":"exact","period":"2017","status":"actual","basis":null,"value_high":null,"shown_value":6600.0,"shown_unit":"户","decimals":0,"confidence":1.0,"reason":""}],"found":[{"span":{"start":30,"end":35},"text":"6500户","name":"旧改征收","kind":"level","value":6500.0,"unit":"户","bound":"exact","period":"2017","status":"actual","basis":null,"value_high":null,"shown_value":6500.0,"shown_unit":"户","decimals":0,"confidence":1.0,"reason":""}],"note":"","who":"乙","when":"2026-11-27T10:00:00+08:00"}');
CREATE TABLE lost_decisions (
    text TEXT NOT NULL, start INTEGER NOT NULL, record TEXT NOT NULL, settled INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (text, start)
);
INSERT INTO "lost_decisions" VALUES('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',30,'{"anchor":{"span":{"start":30,"end":35},"start":30,"words":"00030。","ordinal":0,"twins":1},"ruling":"confirmed","measurements":[{"span":{"start":30,"end":35},"text":"6500户","name":"旧改征收","kind":"level","value":6500.0,"unit":"户","bound":"exact","period":"2017","status":"actual","basis":null,"value_high":null,"shown_value":6500.0,"shown_unit":"户","decimals":0,"confidence":1.0,"reason":""}],"found":[{"span":{"start":30,"end":35},"text":"6500户","name":"旧改征收","kind":"level","value":6500.0,"unit":"户","bound":"exact","period":"2017","status":"actual","basis":null,"value_high":null,"shown_value":6500.0,"shown_unit":"户","decimals":0,"confidence":1.0,"reason":""}],"note":"","who":"甲","when":"2026-11-27T10:00:00+08:00"}',0);
CREATE TABLE lost_notes (
    text TEXT NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL, settled INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (text, id)
);
INSERT INTO "lost_notes" VALUES('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','note-2','{"id":"note-2","anchor":{"span":{"start":10,"end":15},"start":10,"words":"00010。","ordinal":0,"twins":1},"kind":"highlight","colour":"yellow","text":"待核","tags":["旧改","核对"],"who":"甲","when":"2026-11-27T10:00:00+08:00"}',0);
CREATE TABLE notes (
    text TEXT NOT NULL, id TEXT NOT NULL, start INTEGER NOT NULL,
    sentence INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (text, id)
);
INSERT INTO "notes" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','note-1',10,-5030672070180267879,'{"id":"note-1","anchor":{"span":{"start":10,"end":15},"start":10,"words":"00010。","ordinal":0,"twins":1},"kind":"highlight","colour":"yellow","text":"待核","tags":["旧改","核对"],"who":"甲","when":"2026-11-27T10:00:00+08:00"}');
CREATE TABLE texts (hash TEXT PRIMARY KEY, record TEXT NOT NULL);
INSERT INTO "texts" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","words":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc","title":"政府工作报告","region":"虹口区","year":2018,"file":"报告.docx","seen":"2026-11-27T10:00:00+08:00","checked":2,"total":9}');
CREATE INDEX decisions_by_sentence ON decisions (sentence, text);
CREATE INDEX notes_by_sentence ON notes (sentence, text);
COMMIT;
PRAGMA user_version = 2;
