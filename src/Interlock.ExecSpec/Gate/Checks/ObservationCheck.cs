using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX060 cameras; EX061 state layout and its normaliser; EX062 prompt.</summary>
internal sealed class ObservationCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        ObservationSpec certified = context.Certified.Observation ?? new ObservationSpec();
        ObservationSpec running = context.Running.Observation ?? new ObservationSpec();
        CompareCameras(certified, running, new FactComparison(results, context.Scope, GateCode.Camera));
        CompareState(certified.State, running.State, new FactComparison(results, context.Scope, GateCode.State), results);
        ComparePrompt(certified.Prompt, running.Prompt, new FactComparison(results, context.Scope, GateCode.Prompt));
    }

    private static void CompareCameras(ObservationSpec certified, ObservationSpec running, FactComparison comparison)
    {
        string[] names = [.. certified.Cameras.Select(camera => camera.Role)];
        comparison.RobotFact("cameras", names.Length == 0 ? null : Fact.Of(names), running.Cameras.Count == 0 ? null : Fact.Of([.. running.Cameras.Select(camera => camera.Role)]));
        foreach (CameraSpec camera in certified.Cameras)
        {
            CameraComparison.Compare(camera, running.Cameras.FirstOrDefault(other => other.Role == camera.Role), comparison);
        }
    }

    private static void CompareState(StateSpec? certified, StateSpec? running, FactComparison comparison, GateResults results)
    {
        comparison.FileFact("state channels", List(certified?.Channels), List(running?.Channels));
        comparison.FileFact("state units", Units(certified), Units(running));
        comparison.FileFact("state normaliser", Normalisation(certified), Normalisation(running));
        if (certified?.Normaliser is { } expected && running?.Normaliser is { } observed)
        {
            comparison.Meaning("arithmetic of the state", NormaliserWords.Arithmetic(expected.Arithmetic), NormaliserWords.Arithmetic(observed.Arithmetic));
            UnusedStatistics.Compare(GateCode.State, expected, observed, results);
        }
    }

    private static void ComparePrompt(PromptSpec? certified, PromptSpec? running, FactComparison comparison)
    {
        comparison.RobotFact("prompt template", certified?.Template, running?.Template);
        comparison.RobotFact("case of the instruction", certified?.Case, running?.Case);
        comparison.RobotFact("full stop of the instruction", certified?.TrailingPunctuation, running?.TrailingPunctuation);
    }

    private static string? List(IReadOnlyList<string>? names) => names is { Count: > 0 } ? Fact.Of(names) : null;

    private static string? Units(StateSpec? state) =>
        state is { Units.Count: > 0 } ? string.Join(", ", state.Units.Select(unit => Fact.Of(unit))) : null;

    private static string? Normalisation(StateSpec? state) => state?.Normaliser is { } normaliser
        ? $"`{normaliser.Key}`, {NormaliserWords.Scheme(normaliser)}, statistics {StatisticsFingerprint.Of(normaliser)}{Misfit(normaliser)}"
        : null;

    /// <summary>A mask of another length masks the same channels and is not the same mask.</summary>
    private static string Misfit(Normaliser normaliser) =>
        normaliser is { Mask: { } mask, Statistics: { } table } && mask.Count != table.Channels ? $", masked by {mask.Count} entries" : "";
}
