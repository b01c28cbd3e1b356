# Reference values for quantile.test.ts, wilson.test.ts, poisson.test.ts and bootstrap.test.ts:
# Rscript intervals.R > intervals.reference.json
library(jsonlite)
values <- c(2.5, -1, 4.25, 4.25, 10, 0, 7.125, 3)
shares <- c(0, 0.01, 0.1, 0.125, 0.25, 0.3, 0.375, 0.5, 0.6, 0.75, 0.9, 0.99, 1)
quantiles <- do.call(rbind, lapply(1:9, function(type)
  data.frame(type = type, share = shares, value = quantile(values, shares, type = type, names = FALSE))))
wilson <- data.frame(x = c(0, 1, 7, 10, 413, 99), n = c(10, 10, 10, 10, 4119, 100), level = c(.95, .95, .95, .8, .95, .99))
ends <- mapply(function(x, n, l) suppressWarnings(prop.test(x, n, conf.level = l, correct = FALSE)$conf.int), wilson$x, wilson$n, wilson$level)
wilson <- transform(wilson, low = ends[1, ], high = ends[2, ])
poisson <- expand.grid(count = c(0, 1, 3, 10, 250, 40000), level = c(0.8, 0.95))
exact <- mapply(function(x, l) poisson.test(x, conf.level = l)$conf.int, poisson$count, poisson$level)
# The score interval's ends are where the score test's statistic is exactly z.
z <- qnorm((1 + poisson$level) / 2)
score <- mapply(function(x, z) {
  f <- function(mu) (x - mu)^2 - z^2 * mu
  c(if (x == 0) 0 else uniroot(f, c(x * 1e-9, x), tol = 1e-14 * x)$root,
    uniroot(f, c(max(x, 1e-9), x + 10 * z * sqrt(x + z^2)), tol = 1e-12)$root)
}, poisson$count, z)
poisson <- transform(poisson, exactLow = exact[1, ], exactHigh = exact[2, ], scoreLow = score[1, ], scoreHigh = score[2, ])
# A fixed set of draws of a skewed figure: Efron's BCa formula, written out.
sample <- c(1.2131, 0.4477, 3.9012, 0.1093, 2.2719, 8.5151, 0.7367, 1.9913, 0.3229, 5.1871)
set.seed(7)
draws <- sort(replicate(400, mean(sample[sample.int(10, replace = TRUE)])))
estimate <- mean(sample)
without <- sapply(1:10, function(i) mean(sample[-i]))
a <- sum((mean(without) - without)^3) / (6 * sum((mean(without) - without)^2)^1.5)
z0 <- qnorm((sum(draws < estimate) + 0.5 * sum(draws == estimate)) / length(draws))
moved <- function(z) pnorm(z0 + (z0 + z) / (1 - a * (z0 + z)))
bca <- quantile(draws, moved(qnorm(c(0.025, 0.975))), names = FALSE)
out <- list(values = values, quantiles = quantiles, wilson = wilson, poisson = poisson,
  bootstrap = list(sample = sample, draws = draws, percentile = quantile(draws, c(0.1, 0.9), names = FALSE), bca = bca))
cat(toJSON(out, dataframe = "columns", digits = NA, auto_unbox = TRUE), "\n")
