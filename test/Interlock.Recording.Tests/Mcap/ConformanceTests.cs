using System.Buffers.Binary;
using System.Security.Cryptography;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;

namespace Interlock.Recording.Tests.Mcap;

/// <summary>
/// The published files are kept in large-file storage, so that what is public of them is size and SHA-256: equal digests are equal bytes.
/// </summary>
public sealed class ConformanceTests
{
    [Theory]
    [InlineData("TenMessages-ch-chx-mx-rch-rsh-st-sum", 1053, "813c4eb55e1195e5af9482f60d9b214cd083a8805720ec1663812637d716e4d5")]
    [InlineData("TenMessages-ch-chx-mx-pad-rch-rsh-st-sum", 1086, "54f3c5a0ca350cd4cf6326992926f491178a46aa694686e3781aa19c4255fc88")]
    [InlineData("OneSchemalessMessage-ch-chx-mx-rch-st-sum", 487, "e9b4aa6f672b611783230a6d642e50dcdf8620ee938226f8e86ca9f22ec64848")]
    [InlineData("OneMetadata-mdx-st-sum", 262, "6d7681e1536e3c61a0d9755b1b10b9a7ad4c2042855a839ce96c8c024bc64316")]
    [InlineData("TenMessages-pad-rch-rsh-st-sum", 750, "a586164671262b2b56b13ff15b5f340257c4c3d343e58b05f79b507de206833d")]
    [InlineData("TenMessages", 496, "f0ac493fe49dd128fe676619e4198a326dde12d60cac8a27e8a4fb2a61a630c7")]
    [InlineData("OneSchemalessMessage-ch-chx-mx-rch-st", 409, "a5e6f5d3169517237096e9e29aeecd081ee62bf0949de7b6ca41360c4b8c03e3")]
    [InlineData("OneMetadata", 116, "378cc0683fa355e44bb92666e0d89619e9ab490e85bc6fc240e8d20f8ee58230")]
    public void The_writer_gives_the_published_bytes(string name, int size, string sha256)
    {
        byte[] bytes = ConformanceInputs.Write(name);
        Assert.Equal(size, bytes.Length);
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Theory]
    [InlineData("OneAttachment-ax-st-sum", 0, false, "8d4d97a53909b16e21491b2393942bba37e5b926c0e11a697f971b5eff516057")]
    [InlineData("OneAttachment-ax-pad-st-sum", 3, false, "325fe332af66e19791608aa7a3af677d60ea7b3fdfd2a2176ce2e3130498b5a0")]
    [InlineData("OneMetadata-mdx-pad-st-sum", 3, true, "afda94e21bc22a217f651d46895dfc12d1ac465d2ac8043cc9aa8312d16d95ca")]
    public void An_older_publication_differs_only_in_the_checksums_that_it_left_out(string name, int padding, bool hasSummaryCrc, string sha256)
    {
        byte[] bytes = ConformanceInputs.Write(name);
        int summaryStart = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(bytes.Length - 28));
        Span<byte> footer = bytes.AsSpan(bytes.Length - 28);
        uint summaryCrc = hasSummaryCrc ? BinaryPrimitives.ReadUInt32LittleEndian(footer[16..]) : 0;
        BinaryPrimitives.WriteUInt32LittleEndian(footer[16..], summaryCrc);
        bytes.AsSpan(summaryStart - padding - sizeof(uint), sizeof(uint)).Clear();
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public void Every_variant_is_read_back_as_it_was_written()
    {
        string[] names = [.. ConformanceInputs.Names()];
        Assert.All(names, name =>
        {
            object[] records = ConformanceInputs.Records[name.Split('-')[0]];
            using McapReader reader = SampleRecording.Open(ConformanceInputs.Write(name));
            reader.Verify();
            Assert.Equal(
                SampleRecording.Texts(records.OfType<McapMessage>().OrderBy(message => message.LogTimeNs)),
                SampleRecording.Texts(reader.Messages()));
            Assert.Equal(records.OfType<McapAttachment>().Select(item => item.Name), reader.Attachments.Select(item => reader.Read(item).Name));
            Assert.Equal(records.OfType<McapMetadata>().Select(item => item.Entries), reader.Metadata.Select(item => reader.Read(item).Entries));
            Assert.Equal(records.OfType<McapChannel>().Select(item => item.Topic), reader.Channels.Values.Select(item => item.Topic));
        });
        Assert.Equal(74, names.Count(name => name.StartsWith("OneSchemalessMessage", StringComparison.Ordinal)));
        Assert.True(names.Length > 200, $"{names.Length} variants");
    }
}
