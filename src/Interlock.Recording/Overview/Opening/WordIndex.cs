using System.Text;
using System.Text.Json;

namespace Interlock.Recording.Overview.Opening;

/// <summary>Index of a word in a message. Most steps have the word of the step before, which is compared as bytes.</summary>
internal sealed class WordIndex(Func<string, int> index)
{
    private byte[] _last = [];
    private int _lastIndex = -1;

    public int Of(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new FormatException();
        }

        if (_lastIndex < 0 || !reader.ValueTextEquals(_last))
        {
            string word = reader.GetString()!;
            _last = Encoding.UTF8.GetBytes(word);
            _lastIndex = index(word);
        }

        return _lastIndex;
    }
}
