//! Raking.

use std::collections::BTreeMap;

use serde::Serialize;

use super::kish::{KishEffect, effect};
use super::poststratify::base_of;
use super::{check_values, check_weights, weighted_mean};
use crate::survey::stats::ScoringError;
use crate::survey::stats::exact::Sum;

/// The population by the categories of one variable.
#[derive(Debug, Clone, PartialEq)]
pub struct Margin {
    /// The variable's name.
    pub variable: String,
    /// How many people each category has.
    pub targets: BTreeMap<String, f64>,
}

/// When raking stops.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RakeOptions {
    /// Largest |margin/target − 1| that is good enough, such as 1e-10.
    pub tolerance: f64,
    /// After so many sweeps over all variables raking gives up, such as 1,000.
    pub most_sweeps: u32,
}

impl Default for RakeOptions {
    fn default() -> Self {
        Self { tolerance: 1e-10, most_sweeps: 1_000 }
    }
}

/// The weight of a combination of categories that occurs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CellWeight {
    /// The categories, in the order of the variables.
    pub categories: Vec<String>,
    /// Rows of it.
    pub rows: u32,
    /// By what a base weight is multiplied; without base weights, the weight of each row.
    pub weight: f64,
}

/// How well a category's weights meet its target.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MarginTarget {
    /// The variable.
    pub variable: String,
    /// The category.
    pub category: String,
    /// What its weights should add up to.
    pub target: f64,
    /// What they add up to.
    pub reached: f64,
}

/// Rows weighted so that every variable's categories stand for their populations.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Raked {
    /// Whether every target is met within the tolerance. Where it is not, the sample has no rows for a combination that the targets
    /// need, and the weights are only as near as it gets: collapse categories.
    pub converged: bool,
    /// Sweeps taken.
    pub sweeps: u32,
    /// Largest |margin/target − 1| left.
    pub largest_deviation: f64,
    /// Combinations of categories in their order.
    pub cells: Vec<CellWeight>,
    /// Every category and how well it is met.
    pub margins: Vec<MarginTarget>,
    /// The weight of each row, in order.
    pub weights: Vec<f64>,
    /// What they add up to.
    pub sum: f64,
    /// Weighted mean of the values given. Undefined without any, and where the targets are not met.
    pub mean: Option<f64>,
    /// What the weights cost in precision; undefined where the targets are not met.
    pub kish: KishEffect,
}

/// Raking: iterative proportional fitting to the margins of several variables (Deming & Stephan 1940; Deville & Särndal 1993).
///
/// `rows` holds each row's categories in the order of `margins`. `base_weights` and `values` may be empty; otherwise they have one entry a
/// row. The weights do not depend on the order of the rows: combinations are weighted, in their order.
///
/// # Errors
/// `SVY062` variables whose targets have different totals, `SVY063` a category with people but without a row of positive weight,
/// `SVY064` a row in a category without a target, `SVY059` a target or base weight that is negative or not finite, `SVY050` a row with
/// another number of categories than variables, `SVY051` a value that is not finite, `SVY065` a tolerance that is not positive.
pub fn rake(
    rows: &[Vec<String>],
    margins: &[Margin],
    base_weights: &[f64],
    values: &[Option<f64>],
    options: RakeOptions,
) -> Result<Raked, ScoringError> {
    let base = base_of(base_weights, rows.len())?;
    check_values(values, rows.len())?;
    if options.tolerance.is_nan() || options.tolerance <= 0.0 {
        return Err(ScoringError::WrongTolerance);
    }
    check_targets(margins)?;
    let mut cells = gather(rows, margins, &base)?;
    let variables: Vec<Variable> = margins
        .iter()
        .enumerate()
        .map(|(at, margin)| Variable::new(at, margin, &cells))
        .collect::<Result<_, _>>()?;
    let mut deviation = largest_deviation(&variables, &cells);
    let mut sweeps = 0;
    while deviation > options.tolerance && sweeps < options.most_sweeps {
        for variable in &variables {
            variable.fit(&mut cells);
        }
        sweeps += 1;
        deviation = largest_deviation(&variables, &cells);
    }
    let factor_of: BTreeMap<&Vec<String>, f64> =
        cells.iter().map(|cell| (&cell.categories, cell.factor)).collect();
    let weights: Vec<f64> =
        rows.iter().zip(&base).map(|(row, base)| base * factor_of.get(row).copied().unwrap_or(0.0)).collect();
    let converged = deviation <= options.tolerance;
    let kish = effect(weights.iter().copied());
    Ok(Raked {
        converged,
        sweeps,
        largest_deviation: deviation,
        margins: variables.iter().flat_map(|variable| variable.report(&cells)).collect(),
        sum: cells.iter().map(Cell::weight).collect::<Sum>().value(),
        mean: weighted_mean(values, weights.iter().copied()).filter(|_| converged),
        kish: if converged { kish } else { KishEffect { effective_n: None, design_effect: None, ..kish } },
        weights,
        cells: cells
            .iter()
            .map(|cell| CellWeight {
                categories: cell.categories.clone(),
                rows: cell.rows,
                weight: cell.factor,
            })
            .collect(),
    })
}

fn check_targets(margins: &[Margin]) -> Result<(), ScoringError> {
    let mut first: Option<f64> = None;
    for margin in margins {
        check_weights(margin.targets.values().copied())?;
        let total = margin.targets.values().copied().collect::<Sum>().value();
        let expected = *first.get_or_insert(total);
        if (total - expected).abs() > 1e-9 * expected.abs() {
            return Err(ScoringError::UnequalTotals { variable: margin.variable.clone() });
        }
    }
    Ok(())
}

/// A combination of categories.
struct Cell {
    categories: Vec<String>,
    rows: u32,
    base: f64,
    factor: f64,
}

impl Cell {
    fn weight(&self) -> f64 {
        self.base * self.factor
    }
}

fn gather(rows: &[Vec<String>], margins: &[Margin], base: &[f64]) -> Result<Vec<Cell>, ScoringError> {
    let mut found: BTreeMap<&Vec<String>, (u32, Vec<f64>)> = BTreeMap::new();
    for ((row, categories), weight) in (0_u32..).zip(rows).zip(base) {
        if categories.len() != margins.len() {
            return Err(ScoringError::RowLength { row });
        }
        let (count, weights) = found.entry(categories).or_default();
        *count = count.saturating_add(1);
        weights.push(*weight);
    }
    let cell = |(categories, (rows, mut weights)): (&Vec<String>, (u32, Vec<f64>))| {
        // In the order of size, so that no order of rows shows.
        weights.sort_by(f64::total_cmp);
        let base = weights.into_iter().collect::<Sum>().value();
        Cell { categories: categories.clone(), rows, base, factor: 1.0 }
    };
    Ok(found.into_iter().map(cell).collect())
}

/// A variable with, for each category, its target and its cells.
struct Variable<'a> {
    name: &'a str,
    categories: Vec<(&'a String, f64, Vec<usize>)>,
}

impl<'a> Variable<'a> {
    fn new(at: usize, margin: &'a Margin, cells: &[Cell]) -> Result<Self, ScoringError> {
        let fault = |category: &String| (margin.variable.clone(), category.clone());
        if let Some(cell) = cells.iter().find(|cell| !margin.targets.contains_key(&cell.categories[at])) {
            let (variable, category) = fault(&cell.categories[at]);
            return Err(ScoringError::NoTarget { variable, category });
        }
        let mut categories = Vec::new();
        for (category, target) in &margin.targets {
            let own: Vec<usize> =
                (0..cells.len()).filter(|index| cells[*index].categories[at] == *category).collect();
            let reached = own.iter().map(|index| cells[*index].base).collect::<Sum>().value();
            if *target > 0.0 && reached <= 0.0 {
                let (variable, category) = fault(category);
                return Err(ScoringError::EmptyCategory { variable, category });
            }
            categories.push((category, *target, own));
        }
        Ok(Self { name: &margin.variable, categories })
    }

    fn reached(own: &[usize], cells: &[Cell]) -> f64 {
        own.iter().map(|index| cells[*index].weight()).collect::<Sum>().value()
    }

    fn fit(&self, cells: &mut [Cell]) {
        for (_, target, own) in &self.categories {
            let reached = Self::reached(own, cells);
            let by = if reached > 0.0 { target / reached } else { 0.0 };
            for index in own {
                cells[*index].factor *= by;
            }
        }
    }

    fn deviation(&self, cells: &[Cell]) -> f64 {
        let of = |(_, target, own): &(&String, f64, Vec<usize>)| {
            let reached = Self::reached(own, cells);
            if *target > 0.0 { (reached / target - 1.0).abs() } else { reached }
        };
        self.categories.iter().map(of).fold(0.0, f64::max)
    }

    fn report(&self, cells: &[Cell]) -> Vec<MarginTarget> {
        let of = |(category, target, own): &(&String, f64, Vec<usize>)| MarginTarget {
            variable: self.name.to_owned(),
            category: (*category).clone(),
            target: *target,
            reached: Self::reached(own, cells),
        };
        self.categories.iter().map(of).collect()
    }
}

fn largest_deviation(variables: &[Variable<'_>], cells: &[Cell]) -> f64 {
    variables.iter().map(|variable| variable.deviation(cells)).fold(0.0, f64::max)
}
