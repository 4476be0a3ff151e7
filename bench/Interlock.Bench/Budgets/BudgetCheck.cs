namespace Interlock.Bench.Budgets;

/// <summary>Measures, compares, prints a table; false when a budget is broken or has no measurement.</summary>
internal static class BudgetCheck
{
    public static bool Run(TextWriter output, TimeProvider clock)
    {
        BudgetFile file = BudgetFile.Load();
        double before = Baseline.MeasureNs(clock);
        Dictionary<string, double> measured = new Measurements(clock).Run().ToDictionary(item => item.Name, item => item.Value);

        // The slower of two yardsticks: the machine's neighbours come and go.
        double baseline = Math.Max(before, Baseline.MeasureNs(clock));
        double scale = Math.Max(1, baseline / file.DevelopmentBaselineNs);
        output.WriteLine($"baseline {baseline:0.00} ns per multiply-add ({file.DevelopmentBaselineNs:0.00} on the development machine)");
        return file.Budgets.Select(budget => Judge(output, budget, measured, scale)).ToList().TrueForAll(kept => kept);
    }

    private static bool Judge(TextWriter output, Budget budget, Dictionary<string, double> measured, double scale)
    {
        double limit = budget.Scales ? budget.Limit * scale : budget.Limit;
        double value = measured.GetValueOrDefault(budget.Name, double.NaN);
        bool kept = value <= limit;
        output.WriteLine($"{(kept ? "ok  " : "OVER")} {budget.Name,-32} {value,16:0.###} {budget.Unit,-5} limit {limit:0.###}");
        return kept;
    }
}
