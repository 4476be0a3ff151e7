using System.Text.Json.Serialization;
using Interlock.Recording.Flight.Session;

namespace Interlock.Dashboard.Reports.Facts;

/// <summary>Was it in time.</summary>
/// <param name="PeriodMs">Control period.</param>
/// <param name="BudgetMs">Largest age that an answer may reach; null where nothing states one.</param>
/// <param name="BudgetFrom">What states the budget.</param>
/// <param name="Answers">Answers of the policy.</param>
/// <param name="LatencyMedianMs">Of the answers whose time is known; null for none.</param>
/// <param name="LatencyP99Ms">As above.</param>
/// <param name="LatencyMaxMs">As above.</param>
/// <param name="AnswersTimed">Answers in these three numbers; none where the clock was virtual.</param>
/// <param name="WatchdogEvents">Times that a watchdog ran out.</param>
/// <param name="Signals">Ages and times of each tick.</param>
/// <param name="Clock"><c>real</c>; <c>virtual</c>: times were stated and not measured; null where the recording does not say.</param>
internal sealed record TimingFacts(
    double PeriodMs, double? BudgetMs, string? BudgetFrom, long Answers, double? LatencyMedianMs, double? LatencyP99Ms, double? LatencyMaxMs, long AnswersTimed,
    long WatchdogEvents, IReadOnlyList<NumberFacts> Signals, string? Clock)
{
    [JsonIgnore]
    public bool IsVirtual => Clock == FlightSession.VirtualClock;
}
