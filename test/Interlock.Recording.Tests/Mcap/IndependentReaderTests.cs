using System.Text.Json;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Tests.Mcap;

/// <summary>What the reader of the format's own authors, in another language, finds in a file written here.</summary>
public sealed class IndependentReaderTests
{
    private static readonly List<McapMessage> Sample = SampleRecording.Messages(500, seed: 8);

    [IndependentReaderTheory]
    [InlineData("")]
    [InlineData("--stream")]
    public void It_finds_the_same_messages(string mode)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("run.mcap", SampleRecording.Bytes(Sample, new McapWriterOptions { ChunkBytes = 4000 }));
        JsonElement[] lines = IndependentReader.Run(path, mode);
        IEnumerable<McapMessage> expected = mode.Length == 0 ? Sample.OrderBy(message => message.LogTimeNs) : Sample;
        Assert.Equal(SampleRecording.Texts(expected), lines.Where(line => Is(line, "message")).Select(Text));
        Assert.Equal(SampleRecording.Contract.Data.ToArray(), Assert.Single(lines, line => Is(line, "attachment")).GetProperty("data").GetBytesFromBase64());
        Assert.Equal("arm", Assert.Single(lines, line => Is(line, "metadata")).GetProperty("entries").GetProperty("robot").GetString());
        Assert.True(Is(lines[^1], "end"));
    }

    private static bool Is(JsonElement line, string kind) => line.GetProperty("kind").GetString() == kind;

    private static string Text(JsonElement line) => SampleRecording.Text(new McapMessage(
        line.GetProperty("channel").GetUInt16(),
        line.GetProperty("sequence").GetUInt32(),
        ulong.Parse(line.GetProperty("logTime").GetString()!),
        ulong.Parse(line.GetProperty("publishTime").GetString()!),
        line.GetProperty("data").GetBytesFromBase64()));
}
