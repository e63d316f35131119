# What R says of the requests of `scales_compare.py`, one line of JSON each: stats::factanal, stats::loglin, stats::friedman.test, and the
# formulas of psych::alpha written out, as CRAN is not asked.
arguments <- commandArgs(trailingOnly = TRUE)
source(arguments[2], encoding = "UTF-8")

number <- function(x) if (length(x) != 1 || !is.finite(x)) "null" else format(x, digits = 17)

answers <- function(request) {
  table <- t(sapply(request$rows, unlist))
  if (length(request$items) == 1) table <- t(table)
  reversed <- match(unlist(request$reverse), unlist(request$items))
  if (length(reversed)) table[, reversed] <- request$scale[[1]] + request$scale[[2]] - table[, reversed]
  table
}

cronbach_alpha <- function(request) {
  x <- answers(request)
  x <- x[complete.cases(x), , drop = FALSE]
  k <- ncol(x)
  if (k < 2 || nrow(x) < 2 || var(rowSums(x)) < 1e-12) return("{}")
  C <- cov(x)
  alpha <- (1 - sum(diag(C)) / sum(C)) * k / (k - 1)
  if (abs(alpha) < 1e-9) return("{}")
  paste0('{"listwise": {"n": ', nrow(x), ', "alpha": ', number(alpha), "}}")
}

omega_one_factor <- function(request) {
  x <- answers(request)
  fit <- tryCatch(suppressWarnings(factanal(x, 1, control = list(opt = list(factr = 10, maxit = 5000)))), error = function(e) NULL)
  if (is.null(fit) || !fit$converged) return("{}")
  l <- as.numeric(fit$loadings)
  omega <- sum(l)^2 / (sum(l)^2 + sum(fit$uniquenesses))
  paste0('{"omega": ', number(omega), "}")
}

rake <- function(request) {
  rows <- t(sapply(request$rows, unlist))
  counts <- table(factor(rows[, 1], names(request$targets$a)), factor(rows[, 2], names(request$targets$b)))
  a <- unlist(request$targets$a)
  b <- unlist(request$targets$b)
  target <- outer(a, b) / sum(a)
  fitted <- loglin(target, list(1, 2), start = unclass(counts), fit = TRUE, eps = 1e-12, iter = 2000, print = FALSE)$fit
  weight <- fitted / counts
  cells <- outer(rownames(weight), colnames(weight), paste, sep = "|")
  paste0('{"weight_by_cell": {', paste0('"', cells, '": ', sapply(weight, number), collapse = ", "), "}}")
}

kendall_w <- function(request) {
  x <- t(sapply(request$judges_by_objects, unlist))
  if (length(request$judges_by_objects[[1]]) < 2 || length(request$judges_by_objects) < 2) return("{}")
  found <- friedman.test(x)
  if (!is.finite(found$statistic)) return("{}")
  paste0('{"chi2": ', number(found$statistic), ', "p": ', number(found$p.value), "}")
}

for (request in requests) cat(get(arguments[1])(request), "\n", sep = "")
