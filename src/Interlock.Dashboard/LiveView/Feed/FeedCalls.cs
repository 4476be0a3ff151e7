using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Interlock.Dashboard.LiveView.Run;

namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>Commands that wait for their answers. Thread-safe.</summary>
internal sealed class FeedCalls
{
    public const byte RequestCode = 2;
    public const byte AnswerCode = 3;
    private const uint CommandService = 1;
    private const int HeadBytes = 13;
    private const int AnswerHeadBytes = 12;
    private static readonly byte[] Encoding = "json"u8.ToArray();

    private readonly ConcurrentDictionary<uint, TaskCompletionSource<LiveCommandAnswer>> _waiting = new();
    private uint _last;

    /// <summary>A new call: its number, its bytes and the answer to come.</summary>
    public (uint Number, byte[] Bytes, Task<LiveCommandAnswer> Answer) Begin(string command)
    {
        uint number = Interlocked.Increment(ref _last);
        TaskCompletionSource<LiveCommandAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[number] = answer;
        byte[] payload = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["command"] = command });
        byte[] bytes = new byte[HeadBytes + Encoding.Length + payload.Length];
        bytes[0] = RequestCode;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), CommandService);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(5), number);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(9), (uint)Encoding.Length);
        Encoding.CopyTo(bytes, HeadBytes);
        payload.CopyTo(bytes, HeadBytes + Encoding.Length);
        return (number, bytes, answer.Task);
    }

    public void Forget(uint number) => _waiting.TryRemove(number, out _);

    /// <param name="body">What follows the code: service, call, length of the encoding's name, the name, JSON.</param>
    /// <exception cref="JsonException">It is no answer.</exception>
    public void Take(ReadOnlySpan<byte> body)
    {
        JsonFields.Require(body.Length >= AnswerHeadBytes);
        uint number = BinaryPrimitives.ReadUInt32LittleEndian(body[4..]);
        uint name = BinaryPrimitives.ReadUInt32LittleEndian(body[8..]);
        JsonFields.Require(name <= (uint)(body.Length - AnswerHeadBytes));
        Utf8JsonReader reader = new(body[(AnswerHeadBytes + (int)name)..]);
        bool accepted = false;
        string? state = null, reason = null;
        while (JsonFields.Next(ref reader))
        {
            switch (reader.GetString())
            {
                case "accepted": accepted = reader.Read() && reader.TokenType == JsonTokenType.True; break;
                case "state": state = JsonFields.Text(ref reader); break;
                case "reason": reason = JsonFields.Text(ref reader); break;
                default: JsonFields.Skip(ref reader); break;
            }
        }

        Answer(number, new LiveCommandAnswer(accepted, state, reason));
    }

    public void Answer(uint number, LiveCommandAnswer answer)
    {
        if (_waiting.TryRemove(number, out TaskCompletionSource<LiveCommandAnswer>? waiting))
        {
            waiting.TrySetResult(answer);
        }
    }
}
