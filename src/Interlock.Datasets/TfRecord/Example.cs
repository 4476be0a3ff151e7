using System.Text;
using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.TfRecord;

/// <summary>Finds the features of a serialized tf.train.Example: Example.features(1).feature(1) = map of name(1) to Feature(2).</summary>
internal static class Example
{
    private const int FeaturesField = 1;
    private const int MapField = 1;
    private const int KeyField = 1;
    private const int ValueField = 2;

    public static Dictionary<string, Feature> Parse(ReadOnlyMemory<byte> record, SourcePlace place)
    {
        Dictionary<string, Feature> features = new(StringComparer.Ordinal);
        foreach (ReadOnlyMemory<byte> group in Fields(record, FeaturesField, place))
        {
            foreach (ReadOnlyMemory<byte> entry in Fields(group, MapField, place))
            {
                // A later field of the same number replaces an earlier one, as protobuf demands.
                ReadOnlyMemory<byte> key = Fields(entry, KeyField, place).LastOrDefault();
                ReadOnlyMemory<byte> value = Fields(entry, ValueField, place).LastOrDefault();
                features[Encoding.UTF8.GetString(key.Span)] = ParseFeature(value, place);
            }
        }

        return features;
    }

    private static Feature ParseFeature(ReadOnlyMemory<byte> bytes, SourcePlace place)
    {
        Feature feature = default;
        WireReader reader = new(bytes.Span, place);
        while (!reader.AtEnd)
        {
            (int field, int wireType) = reader.ReadTag();
            if (wireType == WireReader.Delimited && field is >= (int)FeatureKind.Bytes and <= (int)FeatureKind.Integers)
            {
                int length = reader.ReadDelimited().Length;
                feature = new Feature((FeatureKind)field, bytes.Slice(reader.Position - length, length));
            }
            else
            {
                reader.Skip(wireType);
            }
        }

        return feature;
    }

    private static List<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int wanted, SourcePlace place)
    {
        List<ReadOnlyMemory<byte>> found = [];
        WireReader reader = new(message.Span, place);
        while (!reader.AtEnd)
        {
            (int field, int wireType) = reader.ReadTag();
            if (field == wanted && wireType == WireReader.Delimited)
            {
                int length = reader.ReadDelimited().Length;
                found.Add(message.Slice(reader.Position - length, length));
            }
            else
            {
                reader.Skip(wireType);
            }
        }

        return found;
    }
}
