namespace Interlock.Policies.Remote.Mapping;

/// <summary>One entry of the map that a server is sent: a closed union.</summary>
/// <param name="Key">Its key; a <c>/</c> in it means nothing.</param>
/// <param name="Group">Key of the map inside the map where it stands; null for the outer map.</param>
public abstract record ObservationField(string Key, string? Group)
{
    /// <summary>Some channels of the state as one array.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="First">First channel, 0 and up.</param>
    /// <param name="Count">Channels, 1 or more; null for all that follow.</param>
    /// <param name="IsSingle">True for float32, false for float64.</param>
    public sealed record StateArray(string Key, int First = 0, int? Count = null, bool IsSingle = false) : ObservationField(Key, null);

    /// <summary>One channel of the state as a number.</summary>
    /// <param name="Key">Its key, for instance <c>elbow_flex.pos</c>.</param>
    /// <param name="Channel">Which channel, 0 and up.</param>
    public sealed record StateNumber(string Key, int Channel) : ObservationField(Key, null);

    /// <summary>The newest image of a camera.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="Camera">Name of the camera in the observation.</param>
    /// <param name="Layout">Order of its numbers.</param>
    /// <param name="Group">Map inside the map; null for none.</param>
    public sealed record Image(string Key, string Camera, ImageLayout Layout = ImageLayout.RowsColumnsColours, string? Group = null)
        : ObservationField(Key, Group);

    /// <summary>The instruction; an observation without one sends empty text.</summary>
    /// <param name="Key">Its key.</param>
    public sealed record Prompt(string Key) : ObservationField(Key, null);

    /// <summary>The rows under way as float32 [rows, D]; left out when there are none.</summary>
    /// <param name="Key">Its key, as the server's documentation has it.</param>
    public sealed record Prefix(string Key) : ObservationField(Key, null);

    /// <summary>How many of the rows under way will have been executed when the answer arrives; left out when there are none.</summary>
    /// <param name="Key">Its key, as the server's documentation has it.</param>
    public sealed record PrefixDelay(string Key) : ObservationField(Key, null);
}
