namespace Interlock.Runtime.Live;

/// <summary>Tokens in a file.</summary>
internal static class TokenFile
{
    public static LiveTokens New() => throw new NotSupportedException();

    public static LiveTokens ReadOrMake(string path) => throw new NotSupportedException(path);
}
