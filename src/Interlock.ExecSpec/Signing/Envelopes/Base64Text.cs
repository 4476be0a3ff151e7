namespace Interlock.ExecSpec.Signing.Envelopes;

/// <summary>Base64 as DSSE allows it: the standard or the URL-safe alphabet, with or without padding, and nothing else.</summary>
internal static class Base64Text
{
    private const int GroupLength = 4;

    /// <summary>The bytes; null when the text is not base64, mixes the alphabets, or is not the one encoding of its bytes.</summary>
    public static byte[]? Decode(string text)
    {
        bool isUrlSafe = text.AsSpan().IndexOfAny('-', '_') >= 0;
        if (isUrlSafe && text.AsSpan().IndexOfAny('+', '/') >= 0)
        {
            return null;
        }

        string standard = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        int padding = (GroupLength - (standard.Length % GroupLength)) % GroupLength;
        int given = text.Length - standard.Length;
        string padded = standard + new string('=', padding);
        byte[] bytes = new byte[padded.Length / GroupLength * 3];
        return (given == 0 || given == padding)
            && Convert.TryFromBase64String(padded, bytes, out int written)
            && Convert.ToBase64String(bytes, 0, written) == padded
                ? bytes[..written]
                : null;
    }
}
