# The peer of series-forecast.ts: Rscript series-forecast.R SERIES.csv FORECASTS.csv FORM SEASON HORIZON FIRST LAST
# One series a row. FORM is ets's model (ZZZ: its own choice); a forecast from each origin FIRST to LAST.
suppressMessages(library(forecast))
a <- commandArgs(TRUE)
season <- as.integer(a[4]); h <- as.integer(a[5]); origins <- as.integer(a[6]):as.integer(a[7])
series <- as.matrix(read.csv(a[1], header = FALSE))
fit <- function(y) if (a[3] == "ZZZ") ets(y) else ets(y, a[3], damped = FALSE)
rows <- vector("list", nrow(series) * length(origins)); k <- 0
seconds <- system.time(
  for (i in seq_len(nrow(series))) for (o in origins) {
    f <- suppressWarnings(forecast(fit(ts(series[i, 1:o], frequency = season)), h = h, level = c(80, 95)))
    k <- k + 1
    rows[[k]] <- c(i - 1, o, rbind(f$mean, f$lower[, 1], f$upper[, 1], f$lower[, 2], f$upper[, 2]))
  }
)[["elapsed"]]
write.table(do.call(rbind, rows), a[2], sep = ",", row.names = FALSE, col.names = FALSE)
cat(sprintf("%.1f %s forecast %s\n", seconds, R.version.string, packageVersion("forecast")))
