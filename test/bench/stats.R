# The peer of stats.ts: Rscript stats.R STAYS.csv CURVES.csv. Times survfit alone, not reading and writing.
suppressMessages(library(survival))
paths <- commandArgs(TRUE)
stays <- read.csv(paths[1])
stays$event <- factor(ifelse(stays$next. == stays$state, 0, stays$next. + 1), 0:5, labels = c("censored", 0:4))
stays$istate <- factor(stays$state, 0:4)
p0 <- c(1, 0, 0, 0, 0)
seconds <- system.time(
  fit <- survfit(Surv(entry, end, event) ~ group, data = stays, id = person, istate = istate, p0 = p0)
)[["elapsed"]]
quick <- system.time(
  survfit(Surv(entry, end, event) ~ group, data = stays, id = person, istate = istate, p0 = p0, se.fit = FALSE)
)[["elapsed"]]
curves <- data.frame(group = rep(seq_along(fit$strata) - 1, fit$strata), time = fit$time, fit$pstate, fit$std.err)
write.table(curves[rowSums(fit$n.event) > 0, ], paths[2], sep = ",", row.names = FALSE, col.names = FALSE)
cat(sprintf("%.3f %.3f %s %s\n", seconds, quick, R.version.string, packageVersion("survival")))
