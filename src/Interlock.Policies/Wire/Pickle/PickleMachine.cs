using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Policies.Wire.Pickle;

/// <summary>
/// A closed-world unpickler: the opcodes of <see cref="PickleOpcode"/>, the names of <see cref="PickleGlobal"/>, data out. It calls nothing:
/// every allowed name is one fixed way to read its arguments.
/// </summary>
internal sealed class PickleMachine
{
    private const int OldestProtocol = 2;
    private const int NewestProtocol = 5;

    private readonly AllocationBudget _budget;
    private readonly PickleCursor _cursor;
    private readonly PickleStack _stack;
    private readonly PickleMemo _memo;
    private readonly PickleCalls _calls;
    private int _at;

    public PickleMachine(ReadOnlyMemory<byte> input, AllocationBudget budget, PickleCalls calls, int start = 0)
    {
        _budget = budget;
        _cursor = new PickleCursor(input, start, budget);
        _stack = new PickleStack(budget);
        _memo = new PickleMemo(budget);
        _calls = calls;
    }

    public int Position => _cursor.Position;

    public object? Run()
    {
        while (true)
        {
            _at = _cursor.Position;
            PickleOpcode opcode = (PickleOpcode)_cursor.Byte();
            if (opcode == PickleOpcode.Stop)
            {
                return Result();
            }

            if (!Literal(opcode) && !Bytes(opcode) && !Group(opcode) && !Fill(opcode) && !Remember(opcode) && !Refer(opcode))
            {
                throw Refused(opcode);
            }
        }
    }

    private object? Result()
    {
        object? result = _stack.Pop(_at);
        return _stack.Count == 0 ? result : throw PickleStack.Malformed(_at, "values are left over at the end");
    }

    private bool Literal(PickleOpcode opcode)
    {
        object? value;
        switch (opcode)
        {
            case PickleOpcode.None: value = null; break;
            case PickleOpcode.NewTrue: value = true; break;
            case PickleOpcode.NewFalse: value = false; break;
            case PickleOpcode.BinFloat: value = _cursor.BigEndianDouble(); break;
            case PickleOpcode.BinInt: value = (Int128)_cursor.Int32(); break;
            case PickleOpcode.BinInt1: value = (Int128)_cursor.Byte(); break;
            case PickleOpcode.BinInt2: value = (Int128)_cursor.UInt16(); break;
            case PickleOpcode.Long1: value = _cursor.TwosComplement(_cursor.Byte()); break;
            case PickleOpcode.ShortBinUnicode: value = _cursor.Text(_cursor.Byte()); break;
            case PickleOpcode.BinUnicode: value = _cursor.Text(_cursor.UInt32()); break;
            case PickleOpcode.BinUnicode8: value = _cursor.Text(_cursor.UInt64()); break;
            default: return false;
        }

        PushNew(value);
        return true;
    }

    private bool Bytes(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.ShortBinBytes: PushNew(new PickleBytes(_cursor.Take(_cursor.Byte()))); return true;
            case PickleOpcode.BinBytes: PushNew(new PickleBytes(_cursor.Take(_cursor.UInt32()))); return true;
            case PickleOpcode.BinBytes8 or PickleOpcode.ByteArray8: PushNew(new PickleBytes(_cursor.Take(_cursor.UInt64()))); return true;
            case PickleOpcode.Protocol: RequireProtocol(_cursor.Byte()); return true;
            case PickleOpcode.Frame: RequireFrame(_cursor.UInt64()); return true;
            default: return false;
        }
    }

    private bool Group(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Mark: _stack.Mark(_at); return true;
            case PickleOpcode.EmptyTuple: _stack.Push(PickleTuple.Empty, _at); return true;
            case PickleOpcode.Tuple1: PushNew(new PickleTuple(PopAboveMark(1))); return true;
            case PickleOpcode.Tuple2: PushNew(new PickleTuple(PopAboveMark(2))); return true;
            case PickleOpcode.Tuple3: PushNew(new PickleTuple(PopAboveMark(3))); return true;
            case PickleOpcode.Tuple: PushNew(new PickleTuple(_stack.PopToMark(_at))); return true;
            case PickleOpcode.EmptyList: PushNew(new List<object?>()); return true;
            case PickleOpcode.EmptyDict: PushNewMap(); return true;
            default: return false;
        }
    }

    private bool Fill(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Append: Append([_stack.Pop(_at)]); return true;
            case PickleOpcode.Appends: Append(_stack.PopToMark(_at)); return true;
            case PickleOpcode.SetItem: SetItems(PopAboveMark(2)); return true;
            case PickleOpcode.SetItems: SetItems(_stack.PopToMark(_at)); return true;
            default: return false;
        }
    }

    private bool Remember(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Memoize: _memo.Put((uint)_memo.Count, _stack.Peek(_at), _at); return true;
            case PickleOpcode.BinPut: _memo.Put(_cursor.Byte(), _stack.Peek(_at), _at); return true;
            case PickleOpcode.LongBinPut: _memo.Put(_cursor.UInt32(), _stack.Peek(_at), _at); return true;
            case PickleOpcode.BinGet: _stack.Push(_memo.Get(_cursor.Byte(), _at), _at); return true;
            case PickleOpcode.LongBinGet: _stack.Push(_memo.Get(_cursor.UInt32(), _at), _at); return true;
            default: return false;
        }
    }

    private bool Refer(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Global or PickleOpcode.Instance: PushGlobal(_cursor.Line(), _cursor.Line(), opcode); return true;
            case PickleOpcode.StackGlobal: PushGlobalOfStack(PopAboveMark(2)); return true;
            case PickleOpcode.Reduce: Call(PopAboveMark(2)); return true;
            case PickleOpcode.NewObject: NewMessage(PopAboveMark(2)); return true;
            case PickleOpcode.Build: _calls.Build(PopState(), _stack, _at); return true;
            case PickleOpcode.BinPersistentId: PushNew(_calls.Persistent(_stack.Pop(_at), _at)); return true;
            default: return false;
        }
    }

    private object?[] PopAboveMark(int count)
    {
        object?[] taken = new object?[count];
        for (int i = count - 1; i >= 0; i--)
        {
            taken[i] = _stack.Pop(_at);
        }

        return taken;
    }

    private object? PopState() => _stack.Pop(_at);

    private void PushNew(object? value)
    {
        _budget.Charge(AllocationBudget.NodeBytes, _at);
        _stack.Push(value, _at);
    }

    private void PushNewMap()
    {
        _budget.Charge(AllocationBudget.MapBytes, _at);
        _stack.Push(new OrderedDictionary<string, object?>(), _at);
    }

    private void Append(object?[] items)
    {
        _budget.Charge((long)items.Length * AllocationBudget.SlotBytes, _at);
        List<object?> list = _stack.Peek(_at) as List<object?> ?? throw PickleStack.Malformed(_at, "items are appended to something that is no list");
        list.AddRange(items);
    }

    private void SetItems(object?[] items)
    {
        _budget.Charge((long)items.Length * AllocationBudget.MapEntryBytes, _at);
        if (_stack.Peek(_at) is not OrderedDictionary<string, object?> map || items.Length % 2 != 0)
        {
            throw PickleStack.Malformed(_at, "items are set on something that is no dict, or without values");
        }

        for (int i = 0; i < items.Length; i += 2)
        {
            string key = items[i] as string ?? throw WireError.At(WireCodes.WrongKind, PickleCursor.Format, _at, "a key of a dict is not text");
            if (!map.TryAdd(key, items[i + 1]))
            {
                throw WireError.At(WireCodes.DuplicateKey, PickleCursor.Format, _at, $"the key {Quoted.Of(key)} comes twice in one dict");
            }
        }
    }

    private void PushGlobalOfStack(object?[] names)
    {
        bool areText = names[0] is string & names[1] is string;
        PushGlobal(areText ? (string)names[0]! : "?", areText ? (string)names[1]! : "?", PickleOpcode.StackGlobal);
    }

    private void PushGlobal(string module, string name, PickleOpcode opcode)
    {
        _budget.ChargeText(module.Length + name.Length, _at);
        PickleGlobal? global = opcode == PickleOpcode.Instance ? null : PickleGlobal.Find(module, name);
        _stack.Push(global ?? throw WireError.At(
            WireCodes.GlobalRefused,
            PickleCursor.Format,
            _at,
            $"the payload asks for {Quoted.Of($"{module}.{name}")}, which is not on the list of data types",
            "a pickle can run any Python code; whoever sent this is not a plain LeRobot peer"), _at);
    }

    private void Call(object?[] calleeAndArguments)
    {
        _budget.Charge(AllocationBudget.NodeBytes, _at);
        if (calleeAndArguments is [PickleGlobal { Kind: PickleGlobalKind.OrderedDict }, PickleTuple { Items.Length: 0 }])
        {
            PushNewMap();
            return;
        }

        _stack.Push(_calls.Call(calleeAndArguments[0], calleeAndArguments[1], _at), _at);
    }

    private void NewMessage(object?[] classAndArguments) => PushNew(
        classAndArguments is [PickleGlobal { Kind: PickleGlobalKind.Message } type, PickleTuple { Items.Length: 0 }]
            ? new PickleMessage(type)
            : throw PickleCalls.Refused(classAndArguments[0], _at));

    private void RequireProtocol(byte protocol)
    {
        if (protocol is < OldestProtocol or > NewestProtocol)
        {
            throw WireError.At(
                WireCodes.ProtocolRefused, PickleCursor.Format, _at, $"pickle protocol {protocol}; {OldestProtocol} to {NewestProtocol} are read");
        }
    }

    private void RequireFrame(ulong length)
    {
        if (length > (ulong)_cursor.Left)
        {
            throw WireError.Truncated(PickleCursor.Format, _at, (long)Math.Min(length, long.MaxValue), _cursor.Left);
        }
    }

    private DiagnosticException Refused(PickleOpcode opcode) => WireError.At(
        WireCodes.OpcodeRefused, PickleCursor.Format, _at, $"the opcode 0x{(int)opcode:x2} is not used by any payload and is refused");
}
