using Interlock.Recording.Ros2.Messages;

namespace Interlock.Recording.Ros2.Export;

/// <summary>One topic of the exported file; it comes to be with its first message, so that viewers list no empty ones.</summary>
internal sealed class Ros2Topic(string name, Ros2Type type, IReadOnlyDictionary<string, string>? metadata = null)
{
    public string Name => name;

    public Ros2Type Type => type;

    public IReadOnlyDictionary<string, string>? Metadata => metadata;

    /// <summary>Id in the file; null before the first message.</summary>
    public ushort? Id { get; set; }

    /// <summary>Messages so far.</summary>
    public uint Count { get; set; }
}
