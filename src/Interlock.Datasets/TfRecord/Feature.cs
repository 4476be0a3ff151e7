using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.TfRecord;

/// <summary>What kind of values a feature has.</summary>
internal enum FeatureKind
{
    None = 0,
    Bytes = 1,
    Floats = 2,
    Integers = 3,
}

/// <summary>One feature of an Example, still encoded: images cost nothing until somebody asks for them.</summary>
internal readonly record struct Feature(FeatureKind Kind, ReadOnlyMemory<byte> Encoded)
{
    private const int ValueField = 1;

    /// <summary>All numbers of a float or integer feature, in order.</summary>
    public List<double> Numbers(SourcePlace place)
    {
        List<double> numbers = [];
        WireReader reader = new(Encoded.Span, place);
        while (!reader.AtEnd)
        {
            (int field, int wireType) = reader.ReadTag();
            if (field != ValueField)
            {
                reader.Skip(wireType);
            }
            else if (wireType == WireReader.Delimited)
            {
                ReadPacked(new WireReader(reader.ReadDelimited(), place), numbers);
            }
            else
            {
                numbers.Add(ReadOne(ref reader, wireType));
            }
        }

        return numbers;
    }

    /// <summary>The first text of a bytes feature; null when it has none.</summary>
    public string? FirstText(SourcePlace place)
    {
        WireReader reader = new(Encoded.Span, place);
        while (Kind == FeatureKind.Bytes && !reader.AtEnd)
        {
            (int field, int wireType) = reader.ReadTag();
            if (field == ValueField && wireType == WireReader.Delimited)
            {
                return Encoding.UTF8.GetString(reader.ReadDelimited());
            }

            reader.Skip(wireType);
        }

        return null;
    }

    private void ReadPacked(WireReader reader, List<double> numbers)
    {
        int wireType = Kind == FeatureKind.Floats ? WireReader.Fixed32 : WireReader.Varint;
        while (!reader.AtEnd)
        {
            numbers.Add(ReadOne(ref reader, wireType));
            ChannelNames.RequireSize(numbers.Count, 1, reader.Place);
        }
    }

    private double ReadOne(ref WireReader reader, int wireType) => (Kind, wireType) switch
    {
        (FeatureKind.Floats, WireReader.Fixed32) => reader.ReadFloat(),
        (FeatureKind.Integers, WireReader.Varint) => (long)reader.ReadVarint(),
        _ => throw reader.Malformed("a number of the wrong wire type"),
    };
}
