using Interlock.Policies.Files;

namespace Interlock.Policies.Networks;

/// <summary>Reads and checks network descriptions.</summary>
internal static class NetworkReader
{
    private const int MostStateValues = 4096;
    private const int MostActionValues = 512;
    private const int MostRows = 4096;
    private const int MostBins = 65536;
    private const int MostLayers = 256;
    private const int MostTasks = 4096;
    private const int MostOutputs = 1 << 24;
    private const double LargestDropout = 0.99;
    private const double LargestValue = 1e9;

    public static NetworkDescription Read(ReadOnlyMemory<byte> utf8, string fileName) => JsonFile.Read(
        utf8,
        fileName,
        NetworkDescription.FormatTag,
        ["name", "weights", "state_dimension", "action_dimension", "rows", "tasks", "state_mean", "state_deviation", "layers", "tokens"],
        root =>
        {
            NetworkDescription description = new()
            {
                Name = root.Text("name"),
                Weights = root.Text("weights"),
                StateDimension = root.Whole("state_dimension", 1, MostStateValues),
                ActionDimension = root.Whole("action_dimension", 1, MostActionValues),
                Rows = root.Whole("rows", 1, MostRows),
                Tasks = root.Has("tasks") ? root.Texts("tasks") : [],
                StateMean = root.Has("state_mean") ? root.Numbers("state_mean") : [],
                StateDeviation = root.Has("state_deviation") ? root.Numbers("state_deviation") : [],
                Layers = [.. root.Groups("layers", "tensor", "activation", "dropout", "residual").Select(ReadLayer)],
                Tokens = root.Has("tokens") && root.Group("tokens", "bins", "min", "max") is { } tokens ? ReadTokens(tokens) : null,
            };
            Check(description, root);
            return description;
        });

    private static LayerDescription ReadLayer(JsonGroup group) => new(
        group.Text("tensor"),
        group.Word("activation", Activation.None),
        group.Has("dropout") ? group.Number("dropout", 0, LargestDropout) : 0,
        group.Flag("residual", fallback: false));

    private static TokenHead ReadTokens(JsonGroup group)
    {
        TokenHead head = new(group.Whole("bins", 2, MostBins), group.Number("min", -LargestValue, LargestValue), group.Number("max", -LargestValue, LargestValue));
        return head.Min < head.Max ? head : group.OutOfRange("max", "max is not above min", head);
    }

    private static void Check(NetworkDescription description, JsonGroup root)
    {
        if (description.Layers.Count is 0 or > MostLayers || description.Tasks.Count > MostTasks)
        {
            root.OutOfRange("layers", $"there are {description.Layers.Count} layers and {description.Tasks.Count} tasks; 1 to {MostLayers} and up to {MostTasks} are read", 0);
        }

        if (description.Tasks.Distinct().Count() != description.Tasks.Count)
        {
            root.OutOfRange("tasks", "a task comes twice", 0);
        }

        if ((long)description.Rows * description.ActionDimension * (description.Tokens?.Bins ?? 1) > MostOutputs)
        {
            root.OutOfRange("rows", $"rows · action_dimension · bins is above {MostOutputs}", 0);
        }

        CheckLength(description.StateMean, "state_mean", description.StateDimension, root);
        CheckLength(description.StateDeviation, "state_deviation", description.StateDimension, root);
        if (description.StateDeviation.Any(value => !(value > 0)))
        {
            root.OutOfRange("state_deviation", "a deviation is not above 0", 0);
        }
    }

    private static void CheckLength(IReadOnlyList<double> values, string key, int needed, JsonGroup root)
    {
        if (values.Count != 0 && values.Count != needed)
        {
            root.OutOfRange(key, $"there are {values.Count} values, state_dimension is {needed}", 0);
        }
    }
}
