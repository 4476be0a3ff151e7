using System.Text;
using System.Text.Json.Nodes;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Canonical;

namespace Interlock.ExecSpec.Tests.Canonical;

public sealed class CanonicalPropertyTests
{
    private const int Documents = 2_000;
    private const int Mutations = 60_000;
    private const string Letters = "ab\"\\\n\u0000é€\u2028\uFFFD";

    [Fact]
    public void Canonical_bytes_are_their_own_canonical_form()
    {
        SeededRandom random = new(1);
        for (int i = 0; i < Documents; i++)
        {
            byte[] once = CanonicalJson.Canonicalise(Utf8(Value(random, 4)));
            Assert.Equal(once, CanonicalJson.Canonicalise(once));
        }
    }

    [Fact]
    public void The_order_of_keys_does_not_matter()
    {
        SeededRandom random = new(2);
        for (int i = 0; i < Documents; i++)
        {
            JsonNode? value = Value(random, 4);
            Assert.Equal(CanonicalJson.Sha256Hex(Utf8(value)), CanonicalJson.Sha256Hex(Utf8(Shuffled(value, random))));
        }
    }

    [Fact]
    public void Mutated_documents_are_canonicalised_or_refused_and_nothing_else()
    {
        SeededRandom random = new(3);
        byte[][] seeds = [.. Enumerable.Range(0, 32).Select(_ => Utf8(Value(random, 4)))];
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            byte[] input = Mutation.Of(seeds[random.NextInt(seeds.Length)], random);
            try
            {
                CanonicalJson.Canonicalise(input);
            }
            catch (DiagnosticException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, Mutations / 10, Mutations);
    }

    private static byte[] Utf8(JsonNode? value) => Encoding.UTF8.GetBytes(value?.ToJsonString() ?? "null");

    private static JsonNode? Value(SeededRandom random, int depth) => random.NextInt(depth > 0 ? 7 : 5) switch
    {
        0 => null,
        1 => JsonValue.Create(random.NextInt(2) == 0),
        2 => JsonValue.Create(random.NextNormal() * Math.Pow(10, random.NextInt(60) - 30)),
        3 => JsonValue.Create(random.NextInt(1000)),
        4 => JsonValue.Create(Word(random)),
        5 => new JsonArray([.. Enumerable.Range(0, random.NextInt(5)).Select(_ => Value(random, depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.NextInt(6)).Select(_ => Word(random)).Distinct().Select(key => KeyValuePair.Create(key, Value(random, depth - 1)))),
    };

    private static string Word(SeededRandom random) =>
        string.Concat(Enumerable.Range(0, random.NextInt(6)).Select(_ => Letters[random.NextInt(Letters.Length)]));

    private static JsonNode? Shuffled(JsonNode? node, SeededRandom random)
    {
        switch (node)
        {
            case JsonObject members:
                KeyValuePair<string, JsonNode?>[] order = [.. members.Select(member => KeyValuePair.Create(member.Key, Shuffled(member.Value, random)))];
                random.Shuffle<KeyValuePair<string, JsonNode?>>(order);
                return new JsonObject(order);
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Shuffled(item, random))]);
            default:
                return node?.DeepClone();
        }
    }
}
