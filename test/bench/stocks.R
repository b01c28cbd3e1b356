# The peer of stocks.ts: Rscript stocks.R SPELLS.csv BOUNDS.csv STOCKS.csv OFF.csv. Times the sums alone, not reading
# and writing. Days are numbers; `to` is the day after the last.
suppressMessages(library(data.table))
setDTthreads(0)
paths <- commandArgs(TRUE)
spells <- fread(paths[1])
setkey(spells, person, from)
bounds <- fread(paths[2])$bound
months <- length(bounds) - 1L

stocks <- function() {
  first <- findInterval(spells$from, bounds)
  n <- findInterval(spells$to - 1L, bounds) - first + 1L
  long <- spells[rep.int(seq_len(.N), n)]
  long[, month := sequence(n, first)]
  long[, days := pmin(to, bounds[month + 1L]) - pmax(from, bounds[month])]
  full <- long[, .(days = sum(days * degree)), by = .(municipality, benefit, month)]
  persons <- unique(long, by = c("municipality", "benefit", "month", "person"))
  full[persons[, .N, by = .(municipality, benefit, month)], on = .(municipality, benefit, month), persons := i.N]
  full
}

off <- function(after) {
  asked <- spells[, .(person, day = from + after, municipality, benefit)]
  found <- spells[, .(person, day = from, to)][asked, on = .(person, day), roll = TRUE]
  found[, is_off := is.na(to) | to <= day]
  found[, month := findInterval(day, bounds)]
  found[month <= months, .(off = sum(is_off), all = .N), by = .(municipality, benefit, month)]
}

stock_seconds <- min(sapply(1:3, function(k) system.time(stocks())[["elapsed"]]))
off_seconds <- min(sapply(1:3, function(k) system.time({ off(91L); off(182L) })[["elapsed"]]))
fwrite(stocks(), paths[3])
fwrite(rbind(off(91L)[, after := 91L], off(182L)[, after := 182L]), paths[4])
cat(sprintf("%.3f %.3f %s, data.table %s (%d threads)\n", stock_seconds, off_seconds, R.version.string,
  packageVersion("data.table"), getDTthreads()))
