-- The tables as they are read on a register's day: rows from after it unread, a later end read as running, what is
-- only known at the end not known yet, equal rows once. A day that is not known stands open.
CREATE OR REPLACE TABLE persons AS SELECT DISTINCT * EXCLUDE (line) FROM raw.persons;

CREATE OR REPLACE TABLE residence AS
SELECT DISTINCT register, person_id, municipality, "from",
  CASE WHEN "to" <= as_of THEN "to" END AS "to", CASE WHEN "to" <= as_of THEN "end" END AS "end"
FROM raw.residence JOIN registers USING (register) WHERE "from" <= as_of;

CREATE OR REPLACE TABLE benefits AS
SELECT DISTINCT register, person_id, benefit, "from", CASE WHEN "to" <= as_of THEN "to" END AS "to",
  coalesce(degree, 1) AS degree, municipality
FROM raw.benefits JOIN registers USING (register) WHERE "from" <= as_of;

CREATE OR REPLACE TABLE visitation AS
SELECT DISTINCT register, person_id, category, "from", CASE WHEN "to" <= as_of THEN "to" END AS "to"
FROM raw.visitation JOIN registers USING (register) WHERE "from" <= as_of;

CREATE OR REPLACE TABLE assignments AS
SELECT DISTINCT register, person_id, unit, "from", CASE WHEN "to" <= as_of THEN "to" END AS "to"
FROM raw.assignments JOIN registers USING (register) WHERE "from" <= as_of;

CREATE OR REPLACE TABLE offers AS
SELECT register, person_id, offer_id, type, "from", CASE WHEN "to" <= as_of THEN "to" END AS "to", sector,
  hours_per_week, min(line) AS line
FROM raw.offers JOIN registers USING (register) WHERE "from" <= as_of GROUP BY ALL;

CREATE OR REPLACE TABLE employment AS
SELECT DISTINCT register, person_id, "from", CASE WHEN "to" <= as_of THEN "to" END AS "to", hours_per_week,
  coalesce(kind, 'ordinaer') AS kind, kind AS written_kind
FROM raw.employment JOIN registers USING (register) WHERE "from" <= as_of;

CREATE OR REPLACE TABLE education AS
SELECT DISTINCT register, person_id, kind, "from", CASE WHEN "to" <= as_of THEN "to" END AS "to", su
FROM raw.education JOIN registers USING (register) WHERE "from" <= as_of;

CREATE OR REPLACE TABLE programmes AS
SELECT DISTINCT register, person_id, kind, "from", CASE WHEN "to" <= as_of THEN "to" END AS "to", ground
FROM raw.programmes JOIN registers USING (register) WHERE "from" <= as_of;

CREATE OR REPLACE TABLE conversations AS
SELECT DISTINCT * EXCLUDE (line, extracted, as_of) FROM raw.conversations JOIN registers USING (register)
WHERE date <= as_of;

CREATE OR REPLACE TABLE recoveries AS
SELECT DISTINCT * EXCLUDE (line, extracted, as_of) FROM raw.recoveries JOIN registers USING (register)
WHERE date <= as_of;

CREATE OR REPLACE TABLE sanctions AS
SELECT DISTINCT * EXCLUDE (line, extracted, as_of) FROM raw.sanctions JOIN registers USING (register)
WHERE date <= as_of;

CREATE OR REPLACE TABLE cvs AS
SELECT DISTINCT * EXCLUDE (line, extracted, as_of) FROM raw.cvs JOIN registers USING (register)
WHERE approved <= as_of;

CREATE OR REPLACE TABLE progression AS
SELECT DISTINCT register, person_id, date, indicator, "by",
  score, coalesce(score_min, 1) AS score_min, coalesce(score_max, 5) AS score_max
FROM raw.progression JOIN registers USING (register) WHERE date <= as_of;

CREATE OR REPLACE TABLE companies AS
SELECT DISTINCT register, p_number, cvr, municipality, industry, employees, coalesce("from", DATE '0001-01-01') AS "from",
  CASE WHEN "to" <= as_of THEN "to" END AS "to"
FROM raw.companies JOIN registers USING (register) WHERE coalesce("from", DATE '0001-01-01') <= as_of;

CREATE OR REPLACE TABLE company_contacts AS
SELECT DISTINCT * EXCLUDE (line, extracted, as_of) FROM raw.company_contacts JOIN registers USING (register)
WHERE date <= as_of;

CREATE OR REPLACE TABLE cooperations AS
SELECT DISTINCT register, p_number, kind, "from", CASE WHEN "to" <= as_of THEN "to" END AS "to", municipality
FROM raw.cooperations JOIN registers USING (register) WHERE "from" <= as_of;

CREATE OR REPLACE TABLE job_orders AS
SELECT DISTINCT * EXCLUDE (line, extracted, as_of) FROM raw.job_orders JOIN registers USING (register)
WHERE received <= as_of;

CREATE OR REPLACE TABLE referrals AS
SELECT DISTINCT * EXCLUDE (line, extracted, as_of) FROM raw.referrals JOIN registers USING (register)
WHERE date <= as_of;

-- Two equal answers are two answers.
CREATE OR REPLACE TABLE survey_answers AS
SELECT register, line, survey, date, question, score, coalesce(score_min, 1) AS score_min,
  coalesce(score_max, 5) AS score_max, unit
FROM raw.survey_answers JOIN registers USING (register) WHERE date <= as_of;

CREATE OR REPLACE TABLE inquiries AS
SELECT register, line, received::DATE AS received, CASE WHEN answered::DATE <= as_of THEN answered::DATE END AS answered,
  unit, as_of
FROM raw.inquiries JOIN registers USING (register) WHERE received::DATE <= as_of;

CREATE OR REPLACE TABLE populations AS SELECT DISTINCT * EXCLUDE (line) FROM raw.populations;
