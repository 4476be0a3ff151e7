using System.Buffers;
using System.Text.Json;
using Interlock.Core.Text;
using Interlock.ExecSpec.Gate.Probing;

namespace Interlock.Cli.Inputs;

/// <summary>
/// A server's decode end-point. It is sent <c>{"z": [[…], …]}</c> and answers <c>{"command": [[…] or null, …]}</c>; non-finite numbers are
/// the strings NaN, Infinity and -Infinity in both directions.
/// </summary>
internal sealed class HttpDecodePath(HttpClient client, Uri endpoint) : IDecodePath
{
    /// <summary>Longest answer that is read; 200 rows of 64 numbers are about 250 kB.</summary>
    public const int LongestAnswerBytes = 1 << 24;

    /// <summary>Time for one answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => endpoint.ToString();

    public IReadOnlyList<IReadOnlyList<double>?> Decode(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(Body(rows)) };
            request.Content.Headers.ContentType = new("application/json");
            using HttpResponseMessage response = client.Send(request);
            response.EnsureSuccessStatusCode();
            using JsonDocument document = JsonDocument.Parse(response.Content.ReadAsStream());
            return Rows(document.RootElement);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or JsonException or InvalidOperationException)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    private static byte[] Body(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        ArrayBufferWriter<byte> body = new();
        using Utf8JsonWriter writer = new(body);
        writer.WriteStartObject();
        writer.WriteStartArray("z");
        foreach (IReadOnlyList<double> row in rows)
        {
            writer.WriteStartArray();
            foreach (double value in row)
            {
                JsonNumber.Write(writer, value);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return body.WrittenSpan.ToArray();
    }

    private static List<IReadOnlyList<double>?> Rows(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("command", out JsonElement rows) && rows.ValueKind == JsonValueKind.Array
            ? [.. rows.EnumerateArray().Select(Row)]
            : throw new IOException("the answer has no array 'command'");

    private static double[]? Row(JsonElement row) => row.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array => [.. row.EnumerateArray().Select(value => JsonNumber.Read(value) ?? throw new IOException("a command holds something that is not a number"))],
        _ => throw new IOException("a row of 'command' is neither an array nor null"),
    };
}
