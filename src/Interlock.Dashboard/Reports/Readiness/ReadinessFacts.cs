namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>The production checklist with its evidence.</summary>
/// <param name="Shown">Lines that are shown.</param>
/// <param name="FoundWanting">Lines where the evidence shows the contrary.</param>
/// <param name="NotShown">Lines without enough evidence.</param>
/// <param name="Lines">All of them.</param>
internal sealed record ReadinessFacts(int Shown, int FoundWanting, int NotShown, IReadOnlyList<ReadinessLine> Lines)
{
    public static ReadinessFacts Of(IReadOnlyList<ReadinessLine> lines) =>
        new(Count(lines, ReadinessState.Shown), Count(lines, ReadinessState.FoundWanting), Count(lines, ReadinessState.NotShown), lines);

    public bool IsReady => Shown == Lines.Count;

    private static int Count(IReadOnlyList<ReadinessLine> lines, ReadinessState state) => lines.Count(line => line.State == state);
}
