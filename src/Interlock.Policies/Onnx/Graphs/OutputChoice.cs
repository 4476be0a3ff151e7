using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Graphs;

/// <summary>Which outputs of which stages are the answer.</summary>
/// <param name="ActionsStage">Stage that gives the actions, from 0.</param>
/// <param name="Actions">Name of the actions.</param>
/// <param name="LogitsStage">Stage that gives the logits; null for none.</param>
/// <param name="Logits">Name of the logits; null for none.</param>
internal sealed record OutputChoice(int ActionsStage, string Actions, int? LogitsStage, string? Logits)
{
    private const string LogitsName = "logits";
    private static readonly string[] ActionNames = ["actions", "action"];

    /// <exception cref="DiagnosticException">PO148.</exception>
    public static OutputChoice Of(OnnxPolicyOptions options, IReadOnlyList<OrtSession> sessions)
    {
        (int actionsStage, string actions) = options.Outputs.Actions is { } named ? Named(named, options, sessions) : Guessed(options, sessions);
        if (options.Outputs.Logits is { } declared)
        {
            (int stage, string logits) = Named(declared, options, sessions);
            return new OutputChoice(actionsStage, actions, stage, logits);
        }

        bool hasLogits = sessions[^1].Outputs.Any(output => output.Name == LogitsName);
        return hasLogits ? new(actionsStage, actions, sessions.Count - 1, LogitsName) : new(actionsStage, actions, null, null);
    }

    private static (int Stage, string Name) Named(string name, OnnxPolicyOptions options, IReadOnlyList<OrtSession> sessions)
    {
        for (int stage = sessions.Count - 1; stage >= 0; stage--)
        {
            if (sessions[stage].Outputs.Any(output => output.Name == name))
            {
                return (stage, name);
            }
        }

        string[] names = [.. sessions.SelectMany(session => session.Outputs).Select(output => output.Name)];
        string hint = NearestName.Of(name, names) is { } near ? $"did you mean '{near}'?" : $"there are: {string.Join(", ", names)}";
        throw Unclear(options, $"no graph has an output '{name}'", hint);
    }

    private static (int Stage, string Name) Guessed(OnnxPolicyOptions options, IReadOnlyList<OrtSession> sessions)
    {
        string[] names = [.. sessions[^1].Outputs.Select(output => output.Name).Where(name => name != LogitsName)];
        string? actions = Array.Find(ActionNames, names.Contains) ?? (names.Length == 1 ? names[0] : null);
        return actions is not null
            ? (sessions.Count - 1, actions)
            : throw Unclear(options, "it is not clear which output is the actions", $"write outputs: {{ actions: NAME }}; there are: {string.Join(", ", names)}");
    }

    private static DiagnosticException Unclear(OnnxPolicyOptions options, string message, string hint) =>
        new(OnnxCodes.OutputUnclear, message, SourcePlace.OfFile(options.Stages[^1].Path), hint);
}
