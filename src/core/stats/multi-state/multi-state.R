# Reference values for multi-state.test.ts: Rscript multi-state.R > multi-state.reference.json
# survival 3.5-3, etm 1.1.1, cmprsk 2.2-11 in R 4.2.2.
suppressMessages({library(survival); library(etm); library(cmprsk); library(jsonlite)})
set.seed(5)

# Persons move between states 0, 1 and 2 and leave for 3; a third of them are found late, most are lost at some time.
walk <- function(person, late) {
  t <- if (late) sample(1:12, 1) else 0
  until <- t + sample(6:45, 1)
  state <- sample(0:2, 1, prob = c(5, 3, 2))
  rows <- NULL
  while (t < until && state < 3) {
    stop <- t + 1 + rgeom(1, c(0.12, 0.2, 0.08)[state + 1])
    to <- if (stop > until) state else sample(setdiff(0:3, state), 1, prob = c(3, 3, 2))
    rows <- rbind(rows, data.frame(person, entry = t, end = min(stop, until), state, nxt = to))
    t <- stop; state <- to
  }
  rows
}
stays <- do.call(rbind, lapply(0:149, function(i) walk(i, runif(1) < 1 / 3)))
stays$person <- match(stays$person, unique(stays$person)) - 1
event <- factor(ifelse(stays$nxt == stays$state, 0, stays$nxt + 1), 0:4, labels = c("censored", 0:3))
fit <- function(...) survfit(Surv(entry, end, event) ~ 1, data = stays, id = person, istate = factor(state, 0:3), ...)
curve <- function(f) {
  keep <- rowSums(f$n.event) > 0
  list(time = f$time[keep], probability = t(f$pstate[keep, ]), error = t(f$std.err[keep, ]), atRisk = t(f$n.risk[keep, ]))
}
start <- c(0.5, 0.3, 0.2, 0)

# etm: the same stays, from state 0 alone, with Greenwood's errors.
forEtm <- transform(stays, id = person, from = state, to = ifelse(nxt == state, "cens", nxt), entry = entry, exit = end)
tra <- matrix(TRUE, 4, 4, dimnames = list(0:3, 0:3)); diag(tra) <- FALSE; tra[4, ] <- FALSE
e <- etm(forEtm[c("id", "from", "to", "entry", "exit")], as.character(0:3), tra, "cens", s = 0)
pairs <- paste("0", 0:3)
greenwood <- list(time = e$time, probability = e$est["0", , ], error = sqrt(apply(e$cov, 3, diag)[pairs, ]))

# Competing exits, without late entry: cmprsk's cumulative incidence.
exits <- data.frame(end = 1 + rgeom(80, 0.1), cause = sample(0:2, 80, TRUE, c(2, 4, 3)))
incidence <- cuminc(exits$end, exits$cause)
at <- sort(unique(exits$end[exits$cause > 0]))
incidence <- timepoints(incidence, at)$est

out <- list(
  stays = stays, start = start,
  known = curve(fit(p0 = start)), estimated = curve(fit(influence = TRUE)), greenwood = greenwood,
  exits = exits, incidence = list(time = at, probability = incidence)
)
cat(toJSON(out, dataframe = "columns", matrix = "columnmajor", digits = NA, auto_unbox = TRUE), "\n")
