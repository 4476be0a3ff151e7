using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.TfRecord;

/// <summary>Which features hold an episode's actions and states, and how many numbers a step has.</summary>
internal sealed record EpisodeLayout(string Action, int ActionDimension, string? State, int StateDimension)
{
    private const string StepsPrefix = "steps/";

    private static readonly string[] ActionNames = ["steps/action", "steps/actions", "action", "actions"];
    private static readonly string[] StateNames =
        ["steps/observation/state", "steps/observation/proprio", "steps/state", "observation/state", "state"];

    /// <summary>Learns the layout from the first record and, where there is one, features.json.</summary>
    public static EpisodeLayout Of(
        IReadOnlyDictionary<string, Feature> example,
        IReadOnlyDictionary<string, int> shapes,
        EpisodeSourceOptions options,
        SourcePlace place)
    {
        string action = Chosen(example, options.ActionKey, place)
            ?? ActionNames.FirstOrDefault(example.ContainsKey)
            ?? throw NoAction(example, place);
        string? state = Chosen(example, options.StateKey, place) ?? StateNames.FirstOrDefault(name => IsNumeric(example, name));
        return new EpisodeLayout(
            action, Dimension(example, shapes, action, place), state, state is null ? 0 : Dimension(example, shapes, state, place));
    }

    private static int Dimension(
        IReadOnlyDictionary<string, Feature> example, IReadOnlyDictionary<string, int> shapes, string name, SourcePlace place)
    {
        if (shapes.TryGetValue(name, out int size))
        {
            return size;
        }

        int numbers = NumericFeature.Read(example, name, place).Count;
        int steps = StepCount.Of(example, place) ?? 0;
        if (steps == 0 || numbers % steps != 0)
        {
            throw new DiagnosticException(
                FileCode.FeatureShape,
                $"{numbers} numbers cannot be divided over {(steps == 0 ? "an unknown number of" : $"{steps}")} steps",
                place with { Key = name },
                $"put the dataset's {FeatureShapes.FileName} beside the file");
        }

        ChannelNames.RequireCount(numbers / steps, place with { Key = name });
        return numbers / steps;
    }

    private static string? Chosen(IReadOnlyDictionary<string, Feature> example, string? key, SourcePlace place)
    {
        if (key is null || example.ContainsKey(key))
        {
            return key;
        }

        if (example.ContainsKey(StepsPrefix + key))
        {
            return StepsPrefix + key;
        }

        string near = NearestName.Of(StepsPrefix + key, example.Keys) is { } other ? $"did you mean '{other}'?" : Listed(example);
        throw new DiagnosticException(FileCode.ChosenKeyMissing, $"There is no feature '{key}'", place, near);
    }

    private static bool IsNumeric(IReadOnlyDictionary<string, Feature> example, string name) =>
        example.TryGetValue(name, out Feature feature) && feature.Kind is FeatureKind.Floats or FeatureKind.Integers;

    private static DiagnosticException NoAction(IReadOnlyDictionary<string, Feature> example, SourcePlace place) =>
        new(FileCode.FeatureMissing, "The record has no feature 'steps/action'", place, $"{Listed(example)}; choose the action key");

    private static string Listed(IReadOnlyDictionary<string, Feature> example)
    {
        string[] numeric = [.. example.Keys.Where(name => IsNumeric(example, name)).Order(StringComparer.Ordinal).Take(12)];
        return numeric.Length == 0 ? "it has no feature of numbers" : $"features of numbers: {string.Join(", ", numeric)}";
    }
}
