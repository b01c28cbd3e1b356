# Reference values for logistic.test.ts: Rscript logistic.R > logistic.reference.json
library(jsonlite)
set.seed(31)
n <- 90
age <- round(rnorm(n, 40, 11), 1); months <- rpois(n, 7); ready <- rbinom(n, 1, 0.4)
left <- rbinom(n, 1, plogis(1.4 - 0.03 * age - 0.12 * months + 1.1 * ready))
weight <- round(runif(n, 0.2, 3), 2)
tight <- glm.control(epsilon = 1e-14, maxit = 100)
# glm reports errors at the last point but one; begun again from the end, that is the end.
again <- function(fit) suppressWarnings(update(fit, start = coef(fit)))
of <- function(first, fit = again(first)) list(coefficients = unname(coef(fit)), errors = unname(sqrt(diag(vcov(fit)))),
  deviance = deviance(fit), fitted = unname(fitted(fit)))
plain <- glm(left ~ age + months + ready, binomial, control = tight)
weighted <- suppressWarnings(glm(left ~ age + months + ready, binomial, weights = weight, control = tight))
# Admissions to Berkeley's departments, 1973: counts of those admitted out of those who applied.
ucb <- as.data.frame(UCBAdmissions)
admitted <- subset(ucb, Admit == "Admitted"); rejected <- subset(ucb, Admit == "Rejected")
applied <- admitted$Freq + rejected$Freq
grouped <- glm(admitted$Freq / applied ~ admitted$Gender + admitted$Dept, binomial, weights = applied, control = tight)
out <- list(age = age, months = months, ready = ready, left = left, weight = weight,
  plain = of(plain), weighted = of(weighted),
  admissions = list(columns = unname(model.matrix(grouped)), share = admitted$Freq / applied, applied = applied, fit = of(grouped)))
cat(toJSON(out, matrix = "columnmajor", digits = NA, auto_unbox = TRUE), "\n")
