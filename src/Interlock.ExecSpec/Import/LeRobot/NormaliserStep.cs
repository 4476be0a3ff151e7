using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.LeRobot.Json;
using Interlock.ExecSpec.Import.LeRobot.Pipeline;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>Configuration of a normalising or unnormalising step.</summary>
internal sealed record NormaliserStep
{
    /// <summary>Epsilon of the library where the step does not state one (reference: ecosystem note, B4).</summary>
    private const double DefaultEpsilon = 1e-8;

    private const double LargestEpsilon = 1;

    public required double Epsilon { get; init; }

    public required IReadOnlyDictionary<string, FeatureShape> Features { get; init; }

    /// <summary>Mode by feature type.</summary>
    public required IReadOnlyDictionary<string, string> Modes { get; init; }

    public required string? StateFile { get; init; }

    public required SourcePlace Place { get; init; }

    public static NormaliserStep Read(PipelineStep step, DiagnosticCollector findings)
    {
        double epsilon = step.Config is { } config ? Fields.Number(config, "eps") ?? DefaultEpsilon : DefaultEpsilon;
        if (epsilon is not (>= 0 and <= LargestEpsilon))
        {
            findings.Error(ImportCode.WrongKind, $"eps is {epsilon}", step.Place, $"{DefaultEpsilon} is usual");
        }

        return new NormaliserStep
        {
            Epsilon = epsilon,
            Features = FeatureShape.ReadAll(step.Config?.Member("features")),
            Modes = PolicyConfig.ModesOf(step.Config?.Member("norm_map")),
            StateFile = step.StateFile,
            Place = step.Place,
        };
    }
}
