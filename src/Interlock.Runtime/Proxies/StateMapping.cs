using Interlock.Core.Diagnostics;
using Interlock.Policies.Remote.Mapping;

namespace Interlock.Runtime.Proxies;

/// <summary>Where a request has the robot's state: arrays or numbers under these keys, put one after another, in the contract's channel order and units.</summary>
/// <param name="Keys">The keys; none for no state, null to look for those of known clients.</param>
/// <param name="Channels">Which of the numbers belong to the contract's channels; null for all of them.</param>
public sealed record StateMapping(IReadOnlyList<string>? Keys, IReadOnlyList<int>? Channels = null)
{
    /// <summary>Keys of known clients, the first that are there: <c>observation/state</c>, <c>state</c>, or DROID's joint and gripper positions.</summary>
    public static StateMapping Automatic { get; } = new((IReadOnlyList<string>?)null);

    /// <summary>Requests have no state of the contract's channels.</summary>
    public static StateMapping None { get; } = new([]);

    internal static IReadOnlyList<IReadOnlyList<string>> KnownKeys { get; } =
        [["observation/state"], ["state"], ["observation/joint_position", "observation/gripper_position"]];

    /// <summary>Reads <c>auto</c>, <c>none</c>, the name of a preset (<see cref="ObservationPresets.Names"/>), or keys with commas between them.</summary>
    /// <param name="text">The words.</param>
    /// <param name="channels">Positions in the state, with commas between them; null for all.</param>
    /// <exception cref="DiagnosticException">RT215: no such positions.</exception>
    public static StateMapping Parse(string text, string? channels = null)
    {
        IReadOnlyList<string>? keys = text switch
        {
            "auto" => null,
            "none" => [],
            _ when ObservationPresets.Names.Contains(text) => KeysOf(ObservationPresets.Named(text)),
            _ => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
        return new StateMapping(keys, channels?.Split(',').Select(Position).ToArray());
    }

    private static string[] KeysOf(RemoteObservation preset) => [.. preset.Fields
        .Where(field => field is ObservationField.StateArray or ObservationField.StateNumber)
        .Select(field => field.Key)];

    private static int Position(string word) => int.TryParse(word, out int place) && place is >= 0 and < LongestState
        ? place
        : throw ProxyError.Of(ProxyCodes.Settings, "state channels", $"`{word}` is no position in the state (0 and up)");

    internal const int LongestState = 4096;
}
