/** The forms a table can be had in: what the file's name ends with, and how its content is announced. */
export const formats = {
  csv: { ending: "csv", type: "text/csv; charset=utf-8; header=present" },
  "excel.csv": { ending: "excel.csv", type: "text/csv; charset=utf-8; header=present" },
  xlsx: { ending: "xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  "json-stat": { ending: "json", type: "application/json; charset=utf-8" },
  parquet: { ending: "parquet", type: "application/vnd.apache.parquet" },
} as const;

export const formatNames = ["csv", "excel.csv", "xlsx", "json-stat", "parquet"] as const;
export type Format = (typeof formatNames)[number];
