using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Import.Json;

/// <summary>One value of a checked file: where its bytes are, and what can be read from them.</summary>
/// <param name="File">The file.</param>
/// <param name="Start">First byte of the value.</param>
/// <param name="Length">Bytes of the value.</param>
/// <param name="Parent">Path of keys to the object that holds it, for messages.</param>
/// <param name="Name">Its own key.</param>
internal readonly record struct JsonView(JsonFile File, int Start, int Length, string Parent, string Name)
{
    private const int LongestName = 60;

    /// <summary>Path of keys to it, put together when it is asked for, so that members nobody reads cost nothing.</summary>
    public string Key => Parent.Length == 0 ? Printable(Name) : $"{Parent}.{Printable(Name)}";

    public SourcePlace Place => new(File.Place, Key: Key);

    public bool IsObject => Kind == JsonTokenType.StartObject;

    public bool IsNull => Kind == JsonTokenType.Null;

    public JsonTokenType Kind
    {
        get
        {
            Utf8JsonReader reader = Reader();
            reader.Read();
            return reader.TokenType;
        }
    }

    /// <summary>The value under <paramref name="name"/>; null when this is no object, has no such key, or has null there.</summary>
    public JsonView? Member(string name)
    {
        Utf8JsonReader reader = Reader();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                return reader.TokenType == JsonTokenType.Null ? null : Value(ref reader, Key, name);
            }

            reader.Skip();
        }

        return null;
    }

    /// <summary>Keys and values of an object in the order of the file; empty for anything else.</summary>
    /// <exception cref="DiagnosticException">There are more than <paramref name="most"/>.</exception>
    public IReadOnlyList<JsonMember> Members(int most)
    {
        IReadOnlyList<JsonMember> members = FirstMembers(most + 1);
        return members.Count <= most
            ? members
            : throw new DiagnosticException(ImportCode.TooMuch, $"there are more than {most} entries", Place);
    }

    /// <summary>At most <paramref name="most"/> of them: enough to see what a file is.</summary>
    public IReadOnlyList<JsonMember> FirstMembers(int most)
    {
        List<JsonMember> members = [];
        Utf8JsonReader reader = Reader();
        reader.Read();
        string key = Key;
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && members.Count < most && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            members.Add(new JsonMember(name, Value(ref reader, key, name)));
        }

        return members;
    }

    /// <summary>A text; null when this is none or a longer one than is taken.</summary>
    public string? Text()
    {
        Utf8JsonReader reader = Reader();
        reader.Read();
        bool isText = reader.TokenType == JsonTokenType.String && PythonWords.Read(reader.ValueSpan) is null;
        return isText && Length <= ImportLimits.TextBytes ? reader.GetString() : null;
    }

    /// <summary>A number, non-finite ones included; null when this is none.</summary>
    public double? Number()
    {
        Utf8JsonReader reader = Reader();
        reader.Read();
        return JsonNumbers.Of(ref reader);
    }

    /// <summary>A whole number from 0 that fits an int; null when this is none.</summary>
    public int? Count() => Number() is { } value && value >= 0 && value <= int.MaxValue && value == Math.Floor(value) ? (int)value : null;

    /// <summary>True or false; null when this is neither.</summary>
    public bool? Truth() => Kind switch { JsonTokenType.True => true, JsonTokenType.False => false, _ => null };

    public Utf8JsonReader Reader() => new(File.Utf8.Slice(Start, Length), JsonFile.Options);

    private JsonView Value(ref Utf8JsonReader reader, string parent, string name)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new JsonView(File, Start + start, (int)reader.BytesConsumed - start, parent, name);
    }

    // A key comes from the file and goes to a terminal.
    private static string Printable(string name) => name.Length <= LongestName && !name.Any(char.IsControl) ? name : Quoted.Of(name);
}
