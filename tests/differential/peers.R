# Answers of R to the questions of run.py: a line each, fields by tabs, the numbers of a list by commas.
# Prints the numbers of each answer with 17 digits, by spaces; NA where R has none.
suppressWarnings(suppressMessages(exact <- requireNamespace("exactRankTests", quietly = TRUE)))
numbers <- function(text) as.numeric(strsplit(text, ",")[[1]])
answer <- function(q) {
  switch(q[1],
    welch = { t <- t.test(numbers(q[2]), numbers(q[3])); c(t$statistic, t$parameter, t$p.value) },
    paired_t = { t <- t.test(numbers(q[2]), numbers(q[3]), paired = TRUE, conf.level = as.numeric(q[4])); c(t$statistic, t$p.value, t$conf.int) },
    wilson_cc = { t <- prop.test(as.numeric(q[2]), as.numeric(q[3]), conf.level = as.numeric(q[4]), correct = TRUE); t$conf.int },
    clopper_pearson = { t <- binom.test(as.numeric(q[2]), as.numeric(q[3]), conf.level = as.numeric(q[4])); t$conf.int },
    fisher = fisher.test(matrix(numbers(q[2]), 2))$p.value,
    hodges_lehmann = { t <- wilcox.test(numbers(q[2]), numbers(q[3]), paired = TRUE, exact = TRUE, conf.int = TRUE, conf.level = as.numeric(q[4])); c(t$estimate, t$conf.int, attr(t$conf.int, "conf.level")) },
    wilcox_exact = if (exact) {
      p <- sapply(c("two.sided", "greater", "less"), function(a) exactRankTests::wilcox.exact(numbers(q[2]), numbers(q[3]), paired = TRUE, exact = TRUE, alternative = a)$p.value)
      p } else NA,
    mann_whitney = if (exact) {
      p <- sapply(c("two.sided", "greater", "less"), function(a) exactRankTests::wilcox.exact(numbers(q[2]), numbers(q[3]), exact = TRUE, alternative = a)$p.value)
      p } else NA,
    holm = p.adjust(numbers(q[2]), "holm"),
    benjamini_hochberg = p.adjust(numbers(q[2]), "BH"))
}
input <- file("stdin"); open(input)
while (length(line <- readLines(input, n = 1)) > 0) {
  got <- tryCatch(suppressWarnings(answer(strsplit(line, "\t")[[1]])), error = function(e) NA)
  cat(sprintf("%.17g", as.numeric(got)), "\n")
}
