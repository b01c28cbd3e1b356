-- Everything day by day, up to the day the register is read as of.

-- Where a person lives: of several rows the one that began last, then the first in the alphabet.
CREATE OR REPLACE TABLE home AS
SELECT register, person_id, day, municipality FROM (
  SELECT register, person_id, municipality, "from",
    unnest(generate_series(greatest("from", DATE '2015-06-01'), coalesce("to", as_of), INTERVAL 1 DAY))::DATE AS day
  FROM residence JOIN registers USING (register))
QUALIFY row_number() OVER (PARTITION BY register, person_id, day ORDER BY "from" DESC, municipality) = 1;

CREATE OR REPLACE TABLE visit AS
SELECT register, person_id, day, category FROM (
  SELECT register, person_id, category, "from",
    unnest(generate_series("from", coalesce("to", as_of), INTERVAL 1 DAY))::DATE AS day
  FROM visitation JOIN registers USING (register))
QUALIFY row_number() OVER (PARTITION BY register, person_id, day ORDER BY "from" DESC, category) = 1;

CREATE OR REPLACE TABLE unit_of_day AS
SELECT register, person_id, day, unit FROM (
  SELECT register, person_id, unit, "from",
    unnest(generate_series("from", coalesce("to", as_of), INTERVAL 1 DAY))::DATE AS day
  FROM assignments JOIN registers USING (register))
QUALIFY row_number() OVER (PARTITION BY register, person_id, day ORDER BY "from" DESC, unit) = 1;

-- Benefit days: the degrees of a person, benefit and municipality added up, at most to 1. Without a municipality the
-- day is that of the residence. `runs`: some row of the day has no end.
CREATE OR REPLACE TABLE benefit_days AS
WITH row_days AS (
  SELECT register, person_id, benefit, degree, municipality, "to" IS NULL AS runs,
    unnest(generate_series("from", coalesce("to", as_of), INTERVAL 1 DAY))::DATE AS day
  FROM benefits JOIN registers USING (register))
SELECT r.register, r.person_id, r.benefit, coalesce(r.municipality, h.municipality, 'uoplyst') AS municipality, r.day,
  least(1, sum(r.degree)) AS degree, bool_or(r.runs) AS runs
FROM row_days r LEFT JOIN home h USING (register, person_id, day)
GROUP BY ALL;

CREATE OR REPLACE TABLE benefit_of_day AS
SELECT DISTINCT register, person_id, day, benefit FROM benefit_days;

-- Spells: months with the benefit that follow each other; of sygedagpenge, days that do.
CREATE OR REPLACE TABLE spells AS
WITH numbered AS (
  SELECT *, CASE WHEN benefit = 'sygedagpenge' THEN day - DATE '2000-01-01'
    ELSE year(day) * 12 + month(day) END AS step FROM benefit_days),
islands AS (
  SELECT *, step - dense_rank() OVER (PARTITION BY register, person_id, benefit, municipality ORDER BY step) AS island
  FROM numbered)
SELECT register, person_id, benefit, municipality, min(day) AS first, max(day) AS last,
  CASE WHEN benefit = 'sygedagpenge'
    THEN max(day) < any_value(as_of) OR NOT max_by(runs, day)
    ELSE last_day(max(day) + INTERVAL 1 MONTH) <= any_value(as_of) END AS over
FROM islands JOIN registers USING (register)
GROUP BY register, person_id, benefit, municipality, island;

CREATE OR REPLACE TABLE offer_days AS
SELECT register, person_id, type, sector, hours_per_week, line,
  unnest(generate_series("from", coalesce("to", as_of), INTERVAL 1 DAY))::DATE AS day
FROM offers JOIN registers USING (register);

-- Courses: rows of a person and type with at most seven days between. What they are told apart by is the first row's.
CREATE OR REPLACE TABLE courses AS
WITH reached AS (
  SELECT *, max(coalesce("to", DATE '9999-12-31')) OVER (
    PARTITION BY register, person_id, type ORDER BY "from", line ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM offers),
numbered AS (
  SELECT *, sum(CASE WHEN before IS NULL OR "from" > before + 8 THEN 1 ELSE 0 END) OVER (
    PARTITION BY register, person_id, type ORDER BY "from", line) AS course FROM reached)
SELECT register, person_id, type, min("from") AS first,
  CASE WHEN max(coalesce("to", DATE '9999-12-31')) < DATE '9999-12-31' THEN max("to") END AS last,
  arg_min(coalesce(sector, 'uoplyst'), ("from", line)) AS sector
FROM numbered GROUP BY register, person_id, type, course;

-- A person's status, day by day.
CREATE OR REPLACE TABLE statuses AS
WITH everyone AS (
  SELECT register, person_id FROM benefits UNION SELECT register, person_id FROM offers
  UNION SELECT register, person_id FROM programmes),
person_days AS (
  SELECT register, person_id, unnest(generate_series(DATE '2015-10-01', as_of, INTERVAL 1 DAY))::DATE AS day
  FROM everyone JOIN registers USING (register)),
gone AS (
  SELECT p.register, p.person_id, p.day, bool_or(r."end" = 'doed') AS dead,
    arg_max(coalesce(r."end", ''), (r."to",
      CASE r."end" WHEN 'doed' THEN 3 WHEN 'udvandret' THEN 2 WHEN 'flyttet' THEN 1 ELSE 0 END)) AS way
  FROM person_days p JOIN residence r ON r.register = p.register AND r.person_id = p.person_id AND r."to" < p.day
  GROUP BY ALL),
groups AS (
  SELECT register, person_id, day,
    bool_or(benefit NOT IN ('fleksjob', 'foertidspension')) AS support,
    bool_or(benefit = 'fleksjob') AS fleksjob, bool_or(benefit = 'foertidspension') AS retired
  FROM benefit_of_day GROUP BY ALL),
jobs AS (
  SELECT register, person_id, day, bool_or(kind = 'fleksjob') AS fleksjob,
    sum(hours_per_week) FILTER (kind = 'ordinaer') AS hours
  FROM (SELECT register, person_id, kind, hours_per_week,
      unnest(generate_series("from", coalesce("to", as_of), INTERVAL 1 DAY))::DATE AS day
    FROM employment JOIN registers USING (register))
  GROUP BY ALL),
students AS (
  SELECT DISTINCT register, person_id,
    unnest(generate_series("from", coalesce("to", as_of), INTERVAL 1 DAY))::DATE AS day
  FROM education JOIN registers USING (register) WHERE su = 'ja'),
born AS (
  SELECT register, person_id, coalesce(birth_date, make_date(birth_year::INTEGER, 7, 1)) AS birth FROM persons),
pension AS (
  SELECT register, person_id, birth + CASE WHEN birth < DATE '1954-01-01' THEN INTERVAL 65 YEAR
    WHEN birth < DATE '1954-07-01' THEN INTERVAL 786 MONTH WHEN birth < DATE '1955-01-01' THEN INTERVAL 66 YEAR
    WHEN birth < DATE '1955-07-01' THEN INTERVAL 798 MONTH WHEN birth < DATE '1963-01-01' THEN INTERVAL 67 YEAR
    ELSE INTERVAL 70 YEAR END AS pension_day
  FROM born)
SELECT p.register, p.person_id, p.day, h.municipality AS home,
  CASE
    WHEN g.dead THEN 'doed'
    WHEN h.municipality IS NULL AND g.way = 'udvandret' THEN 'udvandret'
    WHEN h.municipality IS NULL AND g.way = 'flyttet' THEN 'fraflyttet'
    WHEN b.support THEN 'forsoergelse'
    WHEN b.fleksjob OR j.fleksjob THEN 'fleksjob'
    WHEN b.retired THEN 'tilbagetraekning'
    WHEN s.day IS NOT NULL THEN 'uddannelse'
    WHEN j.hours >= 20 THEN 'arbejde'
    WHEN p.day >= n.pension_day THEN 'folkepension'
    ELSE 'selvforsoerget'
  END AS status
FROM person_days p
LEFT JOIN home h USING (register, person_id, day)
LEFT JOIN gone g USING (register, person_id, day)
LEFT JOIN groups b USING (register, person_id, day)
LEFT JOIN jobs j USING (register, person_id, day)
LEFT JOIN students s USING (register, person_id, day)
LEFT JOIN pension n USING (register, person_id);

-- The benefit of public support that decides a day.
CREATE OR REPLACE TABLE support_of_day AS
SELECT register, person_id, day, benefit FROM benefit_of_day
WHERE benefit NOT IN ('fleksjob', 'foertidspension')
QUALIFY row_number() OVER (PARTITION BY register, person_id, day ORDER BY list_position(
  ['sygedagpenge', 'ledighedsydelse', 'dagpenge', 'loentilskud', 'kontanthjaelp', 'uddannelseshjaelp'], benefit)) = 1;

-- Seen from an end: the status on a day after it, moved away when home is then another municipality.
CREATE OR REPLACE MACRO status_seen(status, home, home_before) AS
  CASE WHEN status IN ('doed', 'udvandret', 'fraflyttet') THEN status
    WHEN home IS NOT NULL AND home_before IS NOT NULL AND home <> home_before THEN 'fraflyttet' ELSE status END;

CREATE OR REPLACE TABLE working_days AS
SELECT day, row_number() OVER (ORDER BY day) AS number
FROM (SELECT unnest(generate_series(DATE '2015-01-01', DATE '2019-01-31', INTERVAL 1 DAY))::DATE AS day)
WHERE isodow(day) <= 5 AND day NOT IN (
  DATE '2015-01-01', DATE '2015-04-02', DATE '2015-04-03', DATE '2015-04-06', DATE '2015-05-01', DATE '2015-05-14',
  DATE '2015-05-25', DATE '2015-12-25', DATE '2015-12-26', DATE '2016-01-01', DATE '2016-03-24', DATE '2016-03-25',
  DATE '2016-03-28', DATE '2016-04-22', DATE '2016-05-05', DATE '2016-05-16', DATE '2016-12-25', DATE '2016-12-26',
  DATE '2017-01-01', DATE '2017-04-13', DATE '2017-04-14', DATE '2017-04-17', DATE '2017-05-12', DATE '2017-05-25',
  DATE '2017-06-05', DATE '2017-12-25', DATE '2017-12-26', DATE '2018-01-01', DATE '2018-03-29', DATE '2018-03-30',
  DATE '2018-04-02', DATE '2018-04-27', DATE '2018-05-10', DATE '2018-05-21', DATE '2018-12-25', DATE '2018-12-26',
  DATE '2019-01-01');
