# Reference values for distributions.test.ts: Rscript distributions.R > distributions.reference.json
library(jsonlite)
grid <- function(...) expand.grid(..., KEEP.OUT.ATTRS = FALSE)
x <- c(1e-6, 0.1, 0.5, 1, 1.5, 2.5, 7, 9.99, 10, 25.5, 170, 12345.678)
z <- c(-37, -12, -6.5, -3, -1.96, -1, -1e-3, 0, 0.25, 1, 2.5, 5, 8)
p <- c(1e-300, 1e-20, 1e-6, 0.001, 0.025, 0.07, 0.075, 0.3, 0.5, 0.6, 0.9, 0.975, 0.999999)
gamma <- grid(x = c(1e-8, 0.01, 0.5, 1, 3, 10, 95, 100, 180), shape = c(0.01, 0.5, 1, 2.5, 30, 100, 1e5))
gamma <- rbind(gamma, data.frame(x = c(99000, 1e5, 100500, 102000), shape = 1e5))
gammaQ <- grid(p = c(1e-12, 1e-4, 0.025, 0.5, 0.8, 0.975, 0.99999), shape = c(0.05, 0.5, 1, 3, 40, 1e5))
student <- grid(t = c(-1e6, -40, -5, -2, -0.5, -1e-5, 0, 0.3, 3, 12), df = c(0.5, 1, 2, 5, 29.5, 1000))
studentQ <- grid(p = c(1e-10, 0.001, 0.025, 0.4, 0.5, 0.7, 0.975, 0.9999), df = c(0.5, 1, 2, 7, 100, 1e5))
beta <- grid(x = c(1e-5, 0.1, 0.5, 0.77, 0.999), a = c(0.1, 1, 2.5, 40), b = c(0.2, 1, 30))
out <- list(
  logGamma = data.frame(x = x, value = lgamma(x)),
  normal = data.frame(x = z, density = dnorm(z), below = pnorm(z)),
  normalQuantile = data.frame(p = p, x = qnorm(p)),
  gamma = transform(gamma, below = pgamma(x, shape), above = pgamma(x, shape, lower.tail = FALSE)),
  gammaQuantile = transform(gammaQ, x = qgamma(p, shape)),
  chiSquared = transform(grid(x = c(0.1, 1, 3.84, 20), df = c(1, 2, 7)), above = pchisq(x, df, lower.tail = FALSE)),
  chiSquaredQuantile = transform(grid(p = c(0.025, 0.5, 0.95), df = c(1, 4, 60)), x = qchisq(p, df)),
  student = transform(student, below = pt(t, df)),
  studentQuantile = transform(studentQ, t = qt(p, df)),
  beta = transform(beta, below = pbeta(x, a, b), above = pbeta(x, a, b, lower.tail = FALSE))
)
cat(toJSON(out, dataframe = "columns", digits = NA, auto_unbox = TRUE), "\n")
