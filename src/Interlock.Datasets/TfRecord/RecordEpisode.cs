using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.TfRecord;

/// <summary>Turns one record into an episode. Images are never touched.</summary>
internal static class RecordEpisode
{
    private static readonly string[] InstructionNames =
    [
        "steps/language_instruction", "steps/observation/natural_language_instruction", "steps/observation/language_instruction",
        "language_instruction", "episode_metadata/language_instruction",
    ];

    public static Episode Decode(IReadOnlyDictionary<string, Feature> example, EpisodeLayout layout, int index, SourcePlace place)
    {
        List<double> actions = NumericFeature.Read(example, layout.Action, place);
        int steps = StepCount.Of(example, place) ?? (actions.Count / layout.ActionDimension);
        RequireSteps(actions, steps, layout.ActionDimension, layout.Action, place);
        List<double>? states = layout.State is null ? null : NumericFeature.Read(example, layout.State, place);
        if (states is not null)
        {
            RequireSteps(states, steps, layout.StateDimension, layout.State!, place);
        }

        return new Episode
        {
            Index = index,
            Length = steps,
            Actions = [.. actions],
            ActionDimension = layout.ActionDimension,
            States = states?.ToArray(),
            StateDimension = layout.StateDimension,
            Task = Instruction(example, place),
        };
    }

    private static string? Instruction(IReadOnlyDictionary<string, Feature> example, SourcePlace place)
    {
        string? name = InstructionNames.FirstOrDefault(example.ContainsKey);
        return name is null || example[name].FirstText(place) is not { Length: > 0 } text ? null : text;
    }

    private static void RequireSteps(List<double> numbers, int steps, int dimension, string name, SourcePlace place)
    {
        if (numbers.Count != (long)steps * dimension)
        {
            throw new DiagnosticException(
                FileCode.FeatureShape,
                $"'{name}' has {numbers.Count} numbers where {steps} steps of {dimension} need {(long)steps * dimension}",
                place with { Key = $"{place.Key} {name}" },
                "the record and the description of the dataset do not belong together");
        }
    }
}
