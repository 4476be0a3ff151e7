using Interlock.Recording.Mcap.Records;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>What is in a file and where, from its summary or from a walk through it.</summary>
internal sealed class FileContents(string? file)
{
    public Definitions Definitions { get; } = new(file);

    public List<ChunkIndex> Chunks { get; } = [];

    /// <summary>Filled by a walk only; a summary names <see cref="Chunks"/>.</summary>
    public List<MessageRegion> Regions { get; } = [];

    public List<McapAttachmentIndex> Attachments { get; } = [];

    public List<McapMetadataIndex> Metadata { get; } = [];

    public McapStatistics? Statistics { get; set; }

    /// <summary>True when messages, attachments and metadata can be found without a walk through the file.</summary>
    public bool IsIndexed => Chunks.Count > 0 && Definitions.AreComplete
        && (Statistics is null || (Statistics.AttachmentCount == Attachments.Count && Statistics.MetadataCount == Metadata.Count));
}
