using System.Globalization;

namespace Interlock.Evaluation.Study.Report;

/// <summary>The one sentence to take away.</summary>
internal static class StudyConclusion
{
    private static readonly string TooFew =
        $"Nothing can be said yet: a policy needs at least {PolicySample.SmallestClass} failed and {PolicySample.SmallestClass} successful episodes.";

    public static string Of(IReadOnlyList<PolicyReport> policies, IReadOnlyList<ComparisonReport> comparisons)
    {
        PolicyReport[] confounded = [.. policies.Where(policy => policy.Length.Separates && !HasEqualLength(policy))];
        (PolicyReport Policy, MonitorReport Monitor)[] primaries = [.. policies.SelectMany(
            policy => policy.Monitors.Where(monitor => monitor.Advice.Role == MonitorRole.Primary).Select(monitor => (policy, monitor)))];
        return confounded.Length > 0 ? Confounded(confounded)
            : primaries.Length > 0 ? Trusted(primaries)
            : policies.Count > 0 && policies.All(policy => policy.Length.Auroc is null) ? TooFew
            : policies.Count > 0 ? "No monitor of these policies deserves trust: none is told apart from chance once length is taken out."
            : Compared(comparisons);
    }

    private static bool HasEqualLength(PolicyReport policy) => policy.Monitors.Any(monitor => monitor.Controlled.EqualLength);

    private static string Confounded(PolicyReport[] policies)
    {
        string list = string.Join(", ", policies.Select(policy => string.Create(CultureInfo.InvariantCulture, $"{policy.Name} {policy.Length.Auroc:0.00}")));
        return $"Episode length alone tells failure from success ({list}): no monitor here is shown to predict failure; study step logs instead.";
    }

    private static string Trusted((PolicyReport Policy, MonitorReport Monitor)[] primaries) =>
        "Watch " + string.Join("; ", primaries.Select(pair => $"{pair.Monitor.Name} for {pair.Policy.Name}, {pair.Monitor.Advice.Reason}")) + ".";

    private static string Compared(IReadOnlyList<ComparisonReport> comparisons)
    {
        ComparisonReport widest = comparisons.MaxBy(comparison => comparison.Difference.High - comparison.Difference.Low)!;
        double points = 100 * (widest.With.Rate - widest.Without.Rate);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"With the guard {widest.Name} succeeded {Math.Abs(points):0.0} points {(points < 0 ? "less" : "more")} often; ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"anything from {100 * widest.Difference.Low:+0;-0;0} to {100 * widest.Difference.High:+0;-0;0} points fits these data.");
    }
}
