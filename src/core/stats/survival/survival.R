# Reference values for survival.test.ts: Rscript survival.R > survival.reference.json
# survival 3.5-3 in R 4.2.2.
library(survival); library(jsonlite)
set.seed(20)
n <- 120
entry <- ifelse(runif(n) < 0.6, 0, round(rexp(n, 0.02)))
end <- entry + pmax(1, round(rexp(n, 0.012)))
event <- rbinom(n, 1, 0.7)
curve <- function(fit) {
  s <- summary(fit, times = unique(fit$time[fit$n.event > 0]))
  # Where nobody is left R's error is 0 × infinity.
  list(time = s$time, atRisk = s$n.risk, events = s$n.event, survival = s$surv, error = ifelse(s$surv == 0, 0, s$std.err),
    hazard = s$cumhaz, hazardError = s$std.chaz)
}
truncated <- survfit(Surv(entry, end, event) ~ 1)
plain <- survfit(Surv(time, status) ~ 1, data = lung)
scales <- expand.grid(survival = c(0.02, 0.5, 0.97), error = c(0.01, 0.05), scale = c("plain", "log", "log-log"), stringsAsFactors = FALSE)
ends <- t(mapply(function(s, e, k) unlist(survival:::survfit_confint(s, e, logse = FALSE, conf.type = k, conf.int = 0.9)), scales$survival, scales$error, scales$scale))
out <- list(
  truncated = list(entry = entry, end = end, event = event, curve = curve(truncated)),
  lung = list(end = lung$time, event = lung$status - 1, curve = curve(plain)),
  scales = transform(scales, low = pmax(0, ends[, "lower"]), high = pmin(1, ends[, "upper"]))
)
cat(toJSON(out, dataframe = "columns", digits = NA, auto_unbox = TRUE), "\n")
