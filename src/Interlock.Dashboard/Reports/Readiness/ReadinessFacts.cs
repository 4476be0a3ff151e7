namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>The production checklist with its evidence.</summary>
/// <param name="Shown">Lines that are shown.</param>
/// <param name="FoundWanting">Lines where the evidence shows the contrary.</param>
/// <param name="NotShown">Lines without enough evidence.</param>
/// <param name="Lines">All of them.</param>
/// <param name="Scope">What they do not say, however many are shown.</param>
internal sealed record ReadinessFacts(int Shown, int FoundWanting, int NotShown, IReadOnlyList<ReadinessLine> Lines, string Scope)
{
    private const string ScopeSentence =
        "These lines are evidence about the recordings that were read, with this contract, policy and robot. They are no safety assessment and no permission to work beside people, "
        + "and every stop named here is a software stop: the robot's own safety functions have to be assessed without them.";

    public static ReadinessFacts Of(IReadOnlyList<ReadinessLine> lines) =>
        new(Count(lines, ReadinessState.Shown), Count(lines, ReadinessState.FoundWanting), Count(lines, ReadinessState.NotShown), lines, ScopeSentence);

    public bool IsReady => Shown == Lines.Count;

    private static int Count(IReadOnlyList<ReadinessLine> lines, ReadinessState state) => lines.Count(line => line.State == state);
}
