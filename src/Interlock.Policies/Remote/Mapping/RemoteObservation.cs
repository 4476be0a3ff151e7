namespace Interlock.Policies.Remote.Mapping;

/// <summary>What a server is sent for an observation: its entries in the order in which they are written. See <see cref="ObservationPresets"/>.</summary>
/// <param name="Fields">The entries.</param>
public sealed record RemoteObservation(IReadOnlyList<ObservationField> Fields)
{
    /// <summary>True when the rows under way are sent.</summary>
    public bool SendsPrefix => Fields.OfType<ObservationField.Prefix>().Any();

    /// <summary>The same with other cameras.</summary>
    /// <param name="cameras">Key of the server to name of the camera; keys that are not named keep theirs.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO126: a key that no image of the server has.</exception>
    public RemoteObservation WithCameras(IReadOnlyDictionary<string, string> cameras)
    {
        string[] keys = [.. Fields.OfType<ObservationField.Image>().Select(image => image.Key)];
        string? unknown = cameras.Keys.FirstOrDefault(key => !keys.Contains(key));
        return unknown is null
            ? new RemoteObservation([.. Fields.Select(entry => WithCamera(entry, cameras))])
            : throw RemoteError.Of(
                RemoteCodes.UnknownImageKey, "observation", unknown, $"the server takes no image under this key; it takes {string.Join(", ", keys)}");
    }

    /// <summary>The same with the rows under way, for servers that do real-time chunking.</summary>
    /// <param name="rowsKey">Key of the rows.</param>
    /// <param name="delayKey">Key of the expected delay, policy steps; null to leave it out.</param>
    public RemoteObservation WithPrefix(string rowsKey, string? delayKey) => new(
        delayKey is null
            ? [.. Fields, new ObservationField.Prefix(rowsKey)]
            : [.. Fields, new ObservationField.Prefix(rowsKey), new ObservationField.PrefixDelay(delayKey)]);

    private static ObservationField WithCamera(ObservationField entry, IReadOnlyDictionary<string, string> cameras) =>
        entry is ObservationField.Image image && cameras.TryGetValue(image.Key, out string? camera) ? image with { Camera = camera } : entry;
}
